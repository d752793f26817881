/** The built product on a database of its own with the demo world in it: for the stories and for looking at it. */
import path from "node:path";
import { seed } from "#prisma/seed.ts";
import { addresses, ask, template, type TestServer } from "#tests/support/server.ts";
import { serve } from "./child.ts";
import { clone } from "./environment.ts";
import { healthy } from "./health.ts";
import { keys } from "./keys.ts";
import { freePort } from "./postgres.ts";

export type Stage = { address: string; ownerUrl: string; stop: () => Promise<void> };

/** Sets the stage on a test server and answers its address. */
export async function stage(server: TestServer, name: string): Promise<Stage> {
  await ask(server.ownerUrl, `create database ${name} template ${template} strategy file_copy`);
  const { ownerUrl, appUrl, authUrl, publisherUrl } = addresses(server, name);
  const { actions, ticket, auth } = keys();
  await seed(ownerUrl, ticket);
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const product = serve("scripts/start.ts", { DATABASE_URL: appUrl, AUTH_DATABASE_URL: authUrl, PUBLISHER_DATABASE_URL: publisherUrl, DATABASE_OWNER_URL: "", APP_ORIGIN: address, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actions, TICKET_KEY: ticket, AUTH_SECRET: auth, MAIL_FOLDER: path.join(clone, ".data", "mail", name), PORT: String(port), HOSTNAME: "127.0.0.1", PROCESSES: "1", TRUST_PROXY: "", PSEUDO_LANGUAGES: "1", LOG_LEVEL: "info" }, `${name}.log`);
  await healthy(port, product);
  return { address, ownerUrl, stop: product.stop };
}
