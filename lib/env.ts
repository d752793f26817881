import { z } from "zod";

const database = (who: string) =>
  z.string({ error: `is missing: the database address for ${who}, like postgres://…@host:5432/sempre` })
    .regex(/^postgres(ql)?:\/\/[^@/]+@[^/]+\/.+/, `is no database address: it looks like postgres://user:password@host:5432/sempre`);

const flag = z.literal("1", { error: `is either "1" or left out` }).optional();

const number = (what: string, from: number, to: number) => z.coerce.number({ error: what }).int(what).min(from, what).max(to, what);
const port = number("is no port number", 0, 65_535);

const Environment = z.object({
  DATABASE_URL: database("the running product (role app_user)"),
  AUTH_DATABASE_URL: database("accounts and sessions (role auth_user)"),
  PUBLISHER_DATABASE_URL: database("the published figures (role publisher)"),
  // Who runs the product and who may change its tables are two different roles.
  DATABASE_OWNER_URL: z.undefined({ error: "belongs to db:migrate alone: take it out of the running product's environment" }).optional(),
  APP_ORIGIN: z.string({ error: "is missing: the product's own address, like https://sempre.example" })
    .refine(isOrigin, `is no address to stand at: it is https://host, or http://localhost with a port, and nothing after that`),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string({ error: "is missing: 32 random bytes in base64, the same at build and run (openssl rand -base64 32)" })
    .refine((key) => Buffer.from(key, "base64").length === 32, "is not 32 bytes in base64 (openssl rand -base64 32)"),
  TICKET_KEY: z.string({ error: "is missing: at least 32 random characters (openssl rand -base64 32)" })
    .min(32, "is too short: at least 32 random characters (openssl rand -base64 32)"),
  AUTH_SECRET: z.string({ error: "is missing: at least 32 random characters (openssl rand -base64 32)" })
    .min(32, "is too short: at least 32 random characters (openssl rand -base64 32)"),
  SMTP_URL: z.string().regex(/^smtps?:\/\/[^/]+/, "is no mail server's address: it looks like smtps://user:password@mail.example:465").optional(),
  MAIL_FROM: z.string().regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, "is no sender: it looks like Sempre <sempre@example.org>").optional(),
  MAIL_FOLDER: z.string().optional(),
  OIDC_ISSUER: z.string().refine(isIssuer, "is no sign-in's address: it is https://…, or http://localhost with a port").optional(),
  OIDC_CLIENT_ID: z.string().max(500, "is too long").optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60, "is too long for a button: at most 60 signs").optional(),
  TRUST_PROXY: flag,
  PORT: port.default(3000),
  HOSTNAME: z.string().optional(),
  PROCESSES: number("is no number of processes: 1 to 16", 1, 16).optional(),
  METRICS_PORT: port.optional(),
  METRICS_HOSTNAME: z.string().default("127.0.0.1"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"], { error: "is one of trace, debug, info, warn, error, fatal, silent" }).default("info"),
  PSEUDO_LANGUAGES: flag,
});

export type Environment = z.infer<typeof Environment>;

/** Everything that is missing or wrong in the environment, one line each. */
export class EnvironmentIncomplete extends Error {
  readonly lines: string[];
  constructor(lines: string[]) {
    super(`The environment is not complete:\n${lines.map((line) => `  ${line}`).join("\n")}`);
    this.name = "EnvironmentIncomplete";
    this.lines = lines;
  }
}

/** Reads an environment, or says all that is missing or wrong in it at once. Values are never repeated: some are secrets. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== "")); // NAME= means "not set"
  const parsed = Environment.safeParse(given);
  const wrong = [...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join(".")} ${issue.message}`), ...noWayForLetters(given), ...halfASignIn(given)];
  if (!parsed.success || wrong.length) throw new EnvironmentIncomplete(wrong);
  return parsed.data;
}

// Whoever works here comes in by a letter: without a way for letters nobody would.
function noWayForLetters({ SMTP_URL, MAIL_FROM, MAIL_FOLDER }: Record<string, string | undefined>): string[] {
  if (MAIL_FOLDER) return [];
  const server = "SMTP_URL is missing: the mail server, like smtps://user:password@mail.example:465 (or MAIL_FOLDER: each letter becomes a file there, and nobody real gets one)";
  const sender = "MAIL_FROM is missing: the sender of letters, like Sempre <sempre@example.org>";
  return [...(SMTP_URL ? [] : [server]), ...(MAIL_FROM ? [] : [sender])];
}

// A sign-in of the organisation's own: all four, or none.
function halfASignIn(given: Record<string, string | undefined>): string[] {
  const four = { OIDC_ISSUER: "the address of your organisation's sign-in", OIDC_CLIENT_ID: "the name it knows this product by", OIDC_CLIENT_SECRET: "the secret that goes with that name", OIDC_NAME: "what people call it, for the button" };
  if (!Object.keys(four).some((name) => given[name])) return [];
  return Object.entries(four).filter(([name]) => !given[name]).map(([name, what]) => `${name} is missing: ${what} (all four OIDC_… belong together, or leave them all out)`);
}

const kept: { environment?: Environment } = {};

/** The environment of the running product, read once and at the first question: a build needs none of it. */
export function env(): Environment {
  return (kept.environment ??= readEnvironment(process.env));
}

// What it says of itself, keys among it, must come from nobody else.
function isIssuer(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && !url.search && !url.hash && !url.username && (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url)));
}

const isLoopback = ({ hostname }: URL) => ["localhost", "127.0.0.1", "[::1]"].includes(hostname);

// http only where nobody else can listen; compared letter by letter with the Origin header, so nothing may follow the host.
function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  if (!url || url.origin !== text) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url));
}
