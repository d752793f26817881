import "server-only";
import pino from "pino";

/** One line a deed or fault: names, ids of places, times. Never what people typed, who they are or where they call from. */
export const log = pino({ level: process.env.LOG_LEVEL ?? "info", base: null, timestamp: pino.stdTimeFunctions.isoTime });

/** What may be told of an error: its kind and code and where in our code, never its message, which can carry a row. */
export function faultOf(error: unknown): { fault: string; code?: string; digest?: string; where?: string } {
  if (typeof error !== "object" || error === null) return { fault: typeof error };
  const { name, stack, code, digest } = error as { name?: unknown; stack?: unknown; code?: unknown; digest?: unknown };
  const where = typeof stack === "string" ? stack.split("\n").filter((line) => line.trim().startsWith("at ")).slice(0, 4).map((line) => line.trim()).join(" < ") : undefined;
  return { fault: typeof name === "string" ? name : "unnamed", ...(typeof code === "string" && { code }), ...(typeof digest === "string" && { digest }), ...(where && { where }) };
}
