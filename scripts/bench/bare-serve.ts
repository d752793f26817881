/** Serves the built bare pages as the product serves its own: our own server around Next. */
import { createServer } from "node:http";
import { run, beforeEnd } from "#scripts/run.ts";
import { bareFolder } from "./bare-app.ts";

await run(async () => {
  Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
  const port = Number(process.env.PORT);
  const server = createServer();
  const { default: next } = await import("next");
  const app = next({ dev: false, dir: bareFolder, hostname: "127.0.0.1", port, httpServer: server });
  const answer = app.getRequestHandler();
  await app.prepare();
  server.on("request", (request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  beforeEnd(() => app.close());
  await new Promise(() => {}); // until somebody stops it
}, 0);
