/** A product of a story's own: its own process on its own database, for what would disturb the other stories. */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer, connect, type Socket } from "node:net";
import path from "node:path";
import { seed } from "#prisma/seed.ts";
import { serve, type Serving } from "#scripts/child.ts";
import { healthy } from "#scripts/health.ts";
import { keys } from "#scripts/keys.ts";
import { freePort } from "#scripts/postgres.ts";
import { addresses, ask, drop, template, type TestServer } from "#tests/support/server.ts";
import { test as story } from "./story.ts";

export { expect } from "./story.ts";

type How = { origin?: string; seeded?: boolean; /** On the same database and with the same letters as this one. */ beside?: Product; /** What else its environment says, by its own address. */ environment?: (address: string) => Promise<Record<string, string>> };
type Ground = {
  ownerUrl: string;
  databases: Record<"DATABASE_URL" | "AUTH_DATABASE_URL" | "PUBLISHER_DATABASE_URL", string>;
  /** The folder where its letters lie. */
  letters: string;
  /** The product's way to its database, which can be cut and mended. */
  line: Line;
};
export type Product = Ground & {
  address: string;
  /** The number of its process, or of the first of its processes. */
  pid: () => number;
  /** Everything it has written down since it was started last. */
  said: () => string;
  /** Ends the process as a machine would that is to be restarted; answers its exit code. */
  stop: () => Promise<number>;
  start: () => Promise<void>;
};

export const test = story.extend<{ product: (how?: How) => Promise<Product> }>({
  product: async ({ browser: _browser }, give) => {
    const ends: (() => Promise<unknown>)[] = [];
    await give((how = {}) => opened(how, ends));
    for (const end of ends.reverse()) await end();
  },
});

async function prepared(seeded: boolean, ends: (() => Promise<unknown>)[]): Promise<Ground> {
  const server = JSON.parse(process.env.TEST_SERVER ?? "{}") as TestServer;
  const name = `story_${randomBytes(6).toString("hex")}`;
  await ask(server.ownerUrl, `create database ${name} template ${template} strategy file_copy`);
  ends.push(() => drop(server.ownerUrl, name));
  const { ownerUrl, appUrl, authUrl, publisherUrl } = addresses(server, name);
  const letters = path.resolve(".data", "mail", name);
  ends.push(() => rm(letters, { recursive: true, force: true }));
  if (seeded) await seed(ownerUrl, keys().ticket);
  const line = await laid(Number(new URL(ownerUrl).port));
  ends.push(line.cut);
  return { ownerUrl, letters, line, databases: { DATABASE_URL: line.through(appUrl), AUTH_DATABASE_URL: line.through(authUrl), PUBLISHER_DATABASE_URL: line.through(publisherUrl) } };
}

async function opened({ origin, seeded = true, beside, environment }: How, ends: (() => Promise<unknown>)[]): Promise<Product> {
  const ground = beside ?? (await prepared(seeded, ends));
  const { actions, ticket, auth } = keys();
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const log = `story_${randomBytes(6).toString("hex")}.log`;
  const names = { ...ground.databases, DATABASE_OWNER_URL: "", APP_ORIGIN: origin ?? address, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actions, TICKET_KEY: ticket, AUTH_SECRET: auth, MAIL_FOLDER: ground.letters, PORT: String(port), HOSTNAME: "127.0.0.1", PROCESSES: "1", TRUST_PROXY: "", PSEUDO_LANGUAGES: "", LOG_LEVEL: "info", ...(await environment?.(address)) };
  const running: { product?: Serving } = {};
  const start = async () => {
    running.product = serve("scripts/start.ts", names, log);
    await healthy(port, running.product);
  };
  const stop = async () => {
    await running.product?.stop();
    return (await running.product?.ended) ?? 0;
  };
  ends.push(stop);
  await start();
  return { ...ground, address, pid: () => running.product?.pid ?? 0, said: () => readFileSync(path.resolve(".data", log), "utf8"), start, stop };
}

type Line = { through: (url: string) => string; cut: () => Promise<void>; mend: () => Promise<void> };

async function laid(to: number): Promise<Line> {
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(to, "127.0.0.1");
    for (const [one, other] of [[near, far], [far, near]] as const) {
      ends.add(one);
      one.on("error", () => {}).on("close", () => { ends.delete(one); other.destroy(); }).pipe(other);
    }
  });
  const port = await freePort();
  const mend = () => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const cut = () => new Promise<void>((resolve) => {
    server.close(() => resolve());
    for (const end of ends) end.destroy();
  });
  const through = (url: string) => {
    const address = new URL(url);
    address.port = String(port);
    return address.href;
  };
  await mend();
  return { through, cut, mend };
}
