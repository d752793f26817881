/** Every queue there is; db:migrate builds them. The payload of a job is its provider and ids, nothing else. */
export const queues = ["forget-draft", "forget-old"] as const;
export type Queue = (typeof queues)[number];
