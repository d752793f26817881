/** The product while working on it: embedded database, demo world, pages fresh after every change. `npm run dev` */
import { spawn } from "node:child_process";
import { environment, nextProgram } from "./child.ts";
import { demoDatabase } from "./demo-database.ts";
import { clone, loadEnvironment } from "./environment.ts";
import { generate } from "./generate.ts";
import { demoLetters, keys } from "./keys.ts";
import { freePort } from "./postgres.ts";
import { step } from "./progress.ts";
import { beforeEnd, run } from "./run.ts";

await run(async () => {
  loadEnvironment();
  const { actions, ticket, auth } = keys();
  await step("Preparing the database client", generate);
  const { network: _, ...database } = await demoDatabase(process.argv.includes("--fresh"));
  const port = await freePort(Number(process.env.PORT || 3000));
  const names = { ...database, DATABASE_OWNER_URL: "", NODE_ENV: "development", APP_ORIGIN: `http://localhost:${port}`, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actions, TICKET_KEY: ticket, AUTH_SECRET: auth, MAIL_FOLDER: demoLetters, TRUST_PROXY: "" };
  const next = spawn(process.execPath, [nextProgram, "dev", "--port", String(port), "--hostname", "localhost"], { cwd: clone, env: environment(names), stdio: "inherit" });
  const ended = new Promise<number>((resolve) => next.once("exit", (code) => resolve(code ?? 0)));
  beforeEnd(async () => {
    if (next.exitCode === null && next.signalCode === null) next.kill("SIGTERM");
    await ended;
  });
  return ended;
}, 0);
