/** The product and the bare pages, started to be measured. */
import path from "node:path";
import { serve, type Names, type Serving } from "#scripts/child.ts";
import { clone } from "#scripts/environment.ts";
import { Failure } from "#scripts/failures.ts";
import { healthy } from "#scripts/health.ts";
import { keys } from "#scripts/keys.ts";
import { freePort } from "#scripts/postgres.ts";
import { markName } from "./processor.ts";

export type Urls = { appUrl: string; authUrl: string; publisherUrl: string };
export type Started = { address: string; mark: string; /** Milliseconds from the start to the first page made for somebody. */ firstPage: number; stop: () => Promise<void> };

const first = "/en/at/bench-0001";

/** Starts the product with so many processes, on this database. */
export async function startProduct({ appUrl, authUrl, publisherUrl }: Urls, processes: string): Promise<Started> {
  const { actions, ticket, auth } = keys();
  return start("scripts/start.ts", first, (address, port) => ({
    DATABASE_URL: appUrl, AUTH_DATABASE_URL: authUrl, PUBLISHER_DATABASE_URL: publisherUrl, DATABASE_OWNER_URL: "", APP_ORIGIN: address,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actions, TICKET_KEY: ticket, AUTH_SECRET: auth, MAIL_FOLDER: path.join(clone, ".data", "mail", "bench"),
    PORT: String(port), HOSTNAME: "127.0.0.1", TRUST_PROXY: "", PSEUDO_LANGUAGES: "", LOG_LEVEL: "info", PROCESSES: processes,
  }), true);
}

/** Starts the bare pages; they read one provider's ideas as the same role by the same policy, set once a connection. */
export async function startBare(appUrl: string, provider: string): Promise<Started> {
  const url = new URL(appUrl);
  url.searchParams.set("options", `-c app.provider_id=${provider}`);
  return start("scripts/bench/bare-serve.ts", "/pg", (_, port) => ({ DATABASE_URL: url.href, BARE_PROVIDER: provider, PORT: String(port), NODE_ENV: "production" }), false);
}

async function start(script: string, page: string, names: (address: string, port: number) => Names, isOurs: boolean): Promise<Started> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const mark = `${isOurs ? "product" : "bare"}-${port}`;
  const began = performance.now();
  const running = serve(script, { ...names(address, port), [markName]: mark }, `bench-${isOurs ? "product" : "bare"}.log`);
  await answered(`http://127.0.0.1:${port}${page}`, running);
  const firstPage = performance.now() - began;
  if (isOurs) await healthy(port, running);
  return { address, mark, firstPage, stop: running.stop };
}

async function answered(address: string, running: Serving): Promise<void> {
  const gone = running.ended.then(() => "gone" as const);
  for (const until = performance.now() + 60_000; performance.now() < until; ) {
    const status = await fetch(address).then(async (answer) => { await answer.text(); return answer.status; }, () => 0);
    if (status === 200) return;
    if ((await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 10))])) === "gone") break;
  }
  throw new Failure(`${address} did not answer.\n${running.lastWords()}`, "Correct what is named above, then start again.");
}
