/** Publishes the figures of every closed quarter that has none yet. `npm run figures:publish` */
import pg from "pg";
import { releaseQuarters } from "#lib/figures/release.ts";
import { loadEnvironment } from "./environment.ts";
import { Failure } from "./failures.ts";
import { run } from "./run.ts";

await run(async () => {
  loadEnvironment();
  const address = process.env.PUBLISHER_DATABASE_URL;
  if (!address) throw new Failure("PUBLISHER_DATABASE_URL is missing: the address of the database as the role publisher.", "Set it, like postgres://publisher:password@host:5432/sempre.");
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 10_000, application_name: "sempre figures" });
  await client.connect();
  try {
    const quarters = await releaseQuarters(client);
    console.log(quarters.length > 0 ? `Published: ${quarters.join(", ")}.` : "Nothing to publish: every closed quarter has its figures.");
  } finally {
    await client.end();
  }
});
