import "server-only";
import pino from "pino";

/** One line a deed or fault: names, ids of places, times. Never what people typed, who they are or where they call from. */
export const log = pino({ level: process.env.LOG_LEVEL ?? "info", base: null, timestamp: pino.stdTimeFunctions.isoTime });

/** What may be told of an error: its kind and code and where in our code, never its message, which can carry a row. */
export function faultOf(error: unknown): { fault: string; code?: string; digest?: string; where?: string } {
  if (!(error instanceof Error)) return { fault: typeof error };
  const where = error.stack?.split("\n").find((line) => line.trim().startsWith("at "))?.trim();
  const { code, digest } = error as { code?: unknown; digest?: unknown };
  return { fault: error.name, ...(typeof code === "string" && { code }), ...(typeof digest === "string" && { digest }), ...(where && { where }) };
}
