import pino from "pino";
import { processNumber } from "./processes.ts";

/** Every field that a line may have, and what it says. What is not named here is not written, whoever hands it over. */
export const fields = {
  level: "30 something done, 40 something to look at, 50 a fault of ours",
  time: "when, in UTC",
  msg: "what kind of line",
  process: "which process of the product, where there are several",
  request: "the number of the request, as in the answer's X-Request-Id",
  deed: "the deed's name",
  place: "the id of the provider or programme",
  ok: "whether the deed was done",
  ms: "how long it took",
  fault: "the kind of error",
  code: "the error's code",
  digest: "the framework's mark of an error, shown to the person it happened to",
  where: "where in our code",
  method: "of a request",
  route: "the page's pattern, without what stood in its place",
  kind: "what the framework was doing",
  said: "the error word of the organisation's own sign-in, from a to z",
  queue: "the job's queue",
  quarters: "which quarters were published",
  signal: "what ended a process",
} as const;

// pino writes these itself.
const ours = new Set<string>(Object.keys(fields));

/** One line a deed or fault: names, ids of places, times. Never what people typed, who they are or where they call from. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info", timestamp: pino.stdTimeFunctions.isoTime,
  base: processNumber === undefined ? null : { process: processNumber },
  formatters: { log: (line) => Object.fromEntries(Object.entries(line).filter(([name]) => ours.has(name))) },
});

/** What may be told of an error: its kind and code and where in our code, never its message, which can carry a row. */
export function faultOf(error: unknown): { fault: string; code?: string; digest?: string; where?: string } {
  if (typeof error !== "object" || error === null) return { fault: typeof error };
  const { name, stack, code, digest } = error as { name?: unknown; stack?: unknown; code?: unknown; digest?: unknown };
  const where = typeof stack === "string" ? stack.split("\n").filter((line) => /^ +at .*:\d+:\d+\)?$/.test(line)).slice(0, 4).map((line) => line.trim()).join(" < ") : undefined;
  return { fault: typeof name === "string" ? name : "unnamed", ...(typeof code === "string" && { code }), ...(typeof digest === "string" && { digest }), ...(where && { where }) };
}
