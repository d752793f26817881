/** Starts the built product. `npm start` */
import { env } from "#lib/env.ts";
import { keyMark, lastBuild } from "./build.ts";
import { fitting } from "./database-check.ts";
import { loadEnvironment } from "./environment.ts";
import { Failure } from "./failures.ts";
import { run } from "./run.ts";
import { listen } from "./serving.ts";

await run(async () => {
  loadEnvironment();
  Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
  const { APP_ORIGIN, AUTH_DATABASE_URL, DATABASE_URL, HOSTNAME, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, PORT, PUBLISHER_DATABASE_URL } = env();
  const built = lastBuild();
  if (!built) throw new Failure("There is no build to start.", "Run npm run build first. To only try the product: npm run demo");
  if (built.key !== keyMark(NEXT_SERVER_ACTIONS_ENCRYPTION_KEY)) throw new Failure("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY is not the key the product was built with: no form would work.", "Start with the key of the build, or build again with this one (npm run build).");
  await fitting("DATABASE_URL", DATABASE_URL, true);
  await fitting("AUTH_DATABASE_URL", AUTH_DATABASE_URL);
  await fitting("PUBLISHER_DATABASE_URL", PUBLISHER_DATABASE_URL);
  const port = await listen(PORT, HOSTNAME);
  console.log(`Ready at ${APP_ORIGIN} (port ${port}).`);
  process.send?.({ port });
  await new Promise(() => {}); // until somebody stops it
}, 0);
