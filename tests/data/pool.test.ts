import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { client } from "#lib/data/client.ts";
import { within } from "#lib/data/within.ts";
import { inTheWorld, vidzeme } from "#tests/support/people.ts";

inTheWorld();

const product: { pool?: pg.Pool } = {};
const number = async (): Promise<number> => (await client.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`)[0]?.pid ?? 0;

// The product shows its pool to nobody: it is met while it hands out a connection.
beforeAll(async () => {
  const connect = pg.Pool.prototype.connect;
  pg.Pool.prototype.connect = function met(this: pg.Pool, ...given: []) {
    product.pool = this;
    return Reflect.apply(connect, this, given) as never;
  } as never;
  await within({ place: vidzeme }, (db) => db.idea.count());
  pg.Pool.prototype.connect = connect;
});

test("a connection that is given back in the middle of somebody's transaction is never used again", async () => {
  const connection = await (product.pool as pg.Pool).connect();
  const { rows: [mine] } = await connection.query<{ pid: number }>("select pg_backend_pid() as pid");
  await connection.query("begin");
  await connection.query(`set local app.provider_id = '${vidzeme.id}'`);
  connection.release();
  const used = new Set(await Promise.all(Array.from({ length: 30 }, number)));
  expect(used.has(mine?.pid ?? 0)).toBe(false);
  expect(await client.idea.count()).toBe(0);
});

test("a connection that comes back after a failed statement in a transaction is not used again either", async () => {
  const connection = await (product.pool as pg.Pool).connect();
  const { rows: [mine] } = await connection.query<{ pid: number }>("select pg_backend_pid() as pid");
  await connection.query("begin");
  await expect(connection.query("select from nowhere")).rejects.toThrow();
  connection.release();
  expect(await Promise.all(Array.from({ length: 30 }, number))).not.toContain(mine?.pid);
});

test("a connection that is given back in order is used again", async () => {
  const connection = await (product.pool as pg.Pool).connect();
  const { rows: [mine] } = await connection.query<{ pid: number }>("select pg_backend_pid() as pid");
  connection.release();
  expect(await Promise.all(Array.from({ length: 30 }, number))).toContain(mine?.pid);
});
