import { expect, test } from "vitest";
import pg from "pg";
import { faults, tenantTables } from "#tests/isolation/catalogue.ts";
import { setUp, surprises } from "#tests/isolation/matrix.ts";
import { inTheWorld } from "#tests/support/people.ts";
const world = inTheWorld();
test("x", async () => {
  let t = Date.now();
  expect(await faults(world.owner)).toEqual([]);
  console.log(Date.now() - t); t= Date.now();
  const [n, m] = [crypto.randomUUID(), crypto.randomUUID()];
  await world.owner.query("insert into programmes (id, slug, name) values ($1, 'north', 'Another'), ($2, 'south', 'x')", [n, m]);
  const stands = await setUp(world.owner, { provider_id: ["01900000-0000-7100-8000-000000000001","01900000-0000-7200-8000-000000000001"], programme_id: [n, m] });
  console.log(Date.now() - t); t= Date.now();
  const client = new pg.Client({ connectionString: world.addresses.appUrl }); client.on("error", () => {});
  await client.connect(); await client.query("begin");
  expect(await surprises(client, stands)).toEqual([]);
  console.log(Date.now() - t);
});
