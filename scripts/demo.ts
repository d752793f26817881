/** Everything from nothing: `npm run demo`. Data is kept; `npm run demo -- --fresh` starts anew. */
import { build } from "./build.ts";
import { serve } from "./child.ts";
import { demoDatabase } from "./demo-database.ts";
import { loadEnvironment } from "./environment.ts";
import { Failure } from "./failures.ts";
import { generate } from "./generate.ts";
import { healthy } from "./health.ts";
import { demoLetters, keys } from "./keys.ts";
import { freePort } from "./postgres.ts";
import { seconds, step } from "./progress.ts";
import { run } from "./run.ts";

await run(async () => {
  const began = performance.now();
  const unknown = process.argv.slice(2).find((word) => word !== "--fresh");
  if (unknown) throw new Failure(`npm run demo does not know “${unknown}”.`, "npm run demo, or npm run demo -- --fresh to start with new data.");
  loadEnvironment();
  const wished = Number(process.env.PORT || 3000);
  const { actions, ticket, auth } = keys();

  console.log("\nThe demo\n");
  await step("Preparing the database client", generate);
  const { network, ...database } = await demoDatabase(process.argv.includes("--fresh"));
  await step("Building the product (a minute the first time)", () => build(actions));
  const port = await freePort(wished);
  const origin = `http://localhost:${port}`;
  const product = serve("scripts/start.ts", { ...database, DATABASE_OWNER_URL: "", APP_ORIGIN: origin, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actions, TICKET_KEY: ticket, AUTH_SECRET: auth, MAIL_FOLDER: demoLetters, PORT: String(port), HOSTNAME: "127.0.0.1", TRUST_PROXY: "", LOG_LEVEL: process.env.LOG_LEVEL || "warn" }, "product.log");
  await step("Starting", () => healthy(port, product));

  console.log(`
Ready after ${seconds(began)}.${port === wished ? "" : ` Port ${wished} is taken by another program, so it is ${port} this time.`}

  What it is            ${origin}
  Come in as somebody   ${origin}/demo
  Letters               ${origin}/demo/mail${network ? `\n  A network's page      ${origin}${network}` : ""}

Ctrl-C stops it; the data stays.  Anew: npm run demo -- --fresh
`);
  const code = await product.ended;
  throw new Failure(`The product ended by itself (code ${code}).\n${product.lastWords()}`, "Start it again: npm run demo");
}, 0);
