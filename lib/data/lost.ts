import { Prisma } from "#prisma/generated/client.ts";

// Prisma's codes for an unreachable server, a closed connection and a pool or transaction that ran out of time;
// then PostgreSQL's own for shutting down, too many connections, out of disk or memory, and a statement cut off.
const prismaCodes = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028"]);
const serverCodes = /^(57P0[1-5]|57014|53\d{3}|08\w{3}|55P03|25P03|40001|40P01|58030)$/;
const socketCodes = new Set(["ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EPIPE", "ENOTFOUND", "EHOSTUNREACH"]);
// At the begin and the end of a transaction the adapter's own error comes through, which names the reason by its kind.
const adapterKinds = new Set(["ConnectionClosed", "DatabaseNotReachable", "SocketTimeout", "TooManyConnections", "TransactionWriteConflict"]);
const lostWords = /connection terminated|terminating connection|timeout exceeded when trying to connect|query read timeout|can't reach database|server has closed the connection|connection ended|not queryable|cannot use a pool after/i;

/** Is this the database being away, full or too busy? Then nothing was saved and trying again is safe. */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  if (prismaCodes.has(code) || socketCodes.has(code) || serverCodes.test(code)) return true;
  const { kind = "", originalCode = "" } = toldByAdapter(error);
  if (adapterKinds.has(kind) || serverCodes.test(originalCode)) return true;
  // The adapter gives raw statements P2010 and a dead socket P2039 or no code at all, and tells the reason in words.
  const unknownToPrisma = !(error instanceof Prisma.PrismaClientKnownRequestError) || code === "P2010" || code === "P2039";
  return unknownToPrisma && (lostWords.test(error.message) || isLostConnection(error.cause) || (error instanceof AggregateError && error.errors.some(isLostConnection)));
}

function toldByAdapter(error: Error): { kind?: string; originalCode?: string } {
  if (error.name === "DriverAdapterError") return (error.cause ?? {}) as { kind?: string };
  const meta = (error as { meta?: { driverAdapterError?: { cause?: { kind?: string; originalCode?: string } } } }).meta;
  return meta?.driverAdapterError?.cause ?? {};
}
