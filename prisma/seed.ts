/** The demonstration's world, put into an empty, migrated database. `node prisma/seed.ts` */
import pg from "pg";
import { releaseQuarters } from "#lib/figures/release.ts";
import { loadContent } from "#prisma/content.ts";
import { joinProgramme, seedProgramme } from "#prisma/seed-programme.ts";
import { seedProvider } from "#prisma/seed-provider.ts";
import { wholeWorld, worldDays } from "#prisma/whole-world.ts";
import { world } from "#prisma/world.ts";
import { Failure } from "#scripts/failures.ts";

export { loadContent };

/**
 * Fills in a world completely or not at all; where one is already, does nothing. Tests take the two providers told in full,
 * the demonstration the whole world with two years behind it.
 */
export async function seed(ownerUrl: string, ticketKey: string, { whole = false } = {}): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000, application_name: "sempre seed" });
  client.on("error", () => {}); // a connection cut in mid-query also fails that query, which says so
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(7364102)"); // two at once: the second waits, then finds all done
    if (await isEmpty(client)) await fill(client, { ticketKey, whole });
    await client.query("commit");
    if (whole) await releaseQuarters(client); // what was shared in the quarters before today has long been published
  } finally {
    await client.end(); // without the commit nothing stays
  }
}

async function isEmpty(client: pg.ClientBase): Promise<boolean> {
  const { rows: [found] } = await client.query<{ demo: boolean; providers: boolean }>("select exists (select from demo_mark) as demo, exists (select from providers) as providers");
  if (found?.providers && !found.demo) throw new Failure("This database holds providers that the demo did not make. Nothing was touched.", "Name an empty database in DATABASE_OWNER_URL.");
  return !found?.providers;
}

async function fill(client: pg.ClientBase, { ticketKey, whole }: { ticketKey: string; whole: boolean }): Promise<void> {
  await loadContent(client);
  const [providers, age] = whole ? [wholeWorld(), worldDays] : [world, 120];
  // The first of the world is the oldest: lists by age begin with it.
  for (const [place, provider] of providers.entries()) await seedProvider(client, provider, { age: provider.startedDaysAgo ?? age - place, ticketKey });
  await seedProgramme(client, age - 20);
  await joinProgramme(client, providers);
  await client.query("insert into demo_mark select where not exists (select from demo_mark)");
}

if (import.meta.main) {
  const { run } = await import("#scripts/run.ts");
  const { loadEnvironment } = await import("#scripts/environment.ts");
  const { keys } = await import("#scripts/keys.ts");
  await run(async () => {
    loadEnvironment();
    const ownerUrl = process.env.DATABASE_OWNER_URL;
    if (!ownerUrl) throw new Failure("DATABASE_OWNER_URL is missing: the address of the database as its owner.", "Set it, like postgres://owner:password@host:5432/sempre. To only try the product, nothing is needed: npm run demo");
    await seed(ownerUrl, process.env.TICKET_KEY ?? keys().ticket, { whole: true });
    console.log("The demo world is there.");
  });
}
