import { EnvironmentIncomplete } from "#lib/env.ts";

/** An expected failure: what happened, and what to do next (empty where the first already says it). */
export class Failure extends Error {
  readonly next: string;
  constructor(happened: string, next: string, cause?: unknown) {
    super(happened, { cause });
    this.name = "Failure";
    this.next = next;
  }
}

/** The words for an error that a person can do something about; undefined for a bug. */
export function failureIn(error: unknown): Failure | undefined {
  if (error instanceof Failure) return error;
  if (error instanceof EnvironmentIncomplete) return new Failure(error.message, `Set what is named here (README, "Configuration") and start again. To only try the product: npm run demo`, error);
  for (const one of causes(error)) {
    const words = known[codeOf(one)];
    if (words) return new Failure(words(one).happened, words(one).next, error);
  }
  return undefined;
}

/** What a script prints at its end when it could not do its work. */
export function inWords(error: unknown): string {
  const failure = failureIn(error);
  if (failure) return failure.next ? `${failure.message}\n→ ${failure.next}` : failure.message;
  return `Something went wrong that we did not foresee.\n${error instanceof Error ? error.stack : String(error)}\n→ Try once more; if it comes again, report it with the lines above.`;
}

type Words = (error: Details) => { happened: string; next: string };
type Details = { code?: unknown; message?: string; port?: unknown; address?: unknown; path?: unknown; cause?: unknown; errors?: unknown };

const unreachable: Words = (error) => ({
  happened: `The database cannot be reached${error.address ? ` at ${String(error.address)}:${String(error.port)}` : ""}.`,
  next: "Start PostgreSQL, or correct host and port in the database addresses (DATABASE_URL, AUTH_DATABASE_URL, DATABASE_OWNER_URL).",
});
const refused: Words = () => ({
  happened: "The database knows neither this user nor this password.",
  next: "Correct user and password in the database address. The passwords of app_user and auth_user are set by the database's owner: alter role app_user password '…'.",
});
const full: Words = (error) => ({
  happened: `The disk is full${error.path ? ` (${String(error.path)})` : ""}. Nothing was half saved.`,
  next: "Free some space (at least 2 GB for build and database), then start again; what was saved before is still there.",
});
const busy: Words = () => ({ happened: "The database has no connection free.", next: "Stop other programs that use it, or raise max_connections, then start again." });
const starting: Words = () => ({ happened: "The database is just starting or stopping.", next: "Wait a few seconds and start again." });

const known: Record<string, Words> = {
  EADDRINUSE: (error) => ({
    happened: `Port ${String(error.port ?? "")} is taken by another program.`.replace("  ", " "),
    next: "Stop that program, or choose another port: PORT=3001 npm start (APP_ORIGIN then names it too).",
  }),
  EACCES: (error) => ({ happened: `No right to use ${String(error.path ?? `port ${String(error.port)}`)}.`, next: "Give your user the right to it, or use another folder or a port above 1023." }),
  ECONNREFUSED: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ETIMEDOUT: unreachable,
  ECONNRESET: unreachable,
  "28P01": refused,
  "28000": refused,
  "3D000": () => ({ happened: "The server has no database of this name.", next: "Create it (createdb sempre), or correct the name at the end of the database address." }),
  "42501": (error) => ({ happened: `The database role may not do this: ${error.message ?? ""}.`, next: "Use the database's owner in DATABASE_OWNER_URL; it needs CREATEROLE to make app_user and auth_user." }),
  "53300": busy,
  "57P03": starting,
  "57P01": starting,
  "53100": full,
  ENOSPC: full,
  EDQUOT: full,
};

function codeOf(error: Details): string {
  if (typeof error.code === "string") return error.code;
  // The client's own time limit carries no code.
  return /timeout expired|timeout exceeded when trying to connect/i.test(error.message ?? "") ? "ETIMEDOUT" : "";
}

/** The error and all that it was caused by: addresses tried one after another come as one error with many inside. */
function causes(error: unknown): Details[] {
  if (typeof error !== "object" || error === null) return [];
  const details: Details = error;
  const inside = [...(Array.isArray(details.errors) ? (details.errors as unknown[]) : []), details.cause];
  return [details, ...inside.flatMap(causes)];
}
