/** Every queue there is; db:migrate builds them. The payload of a job is its place and ids, nothing else. */
export const queues = ["forget-draft", "forget-old", "send-sign-in", "send-invitation", "send-proof", "send-way-added", "tell-provider", "tell-programme", "publish-figures"] as const;
export type Queue = (typeof queues)[number];
