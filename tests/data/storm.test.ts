/** A storm over the product's connections: timeouts, kills, throws, calls that nobody waits for. Afterwards every one of them is clean. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { askAccounts, inTurn } from "#lib/access/accounts.ts";
import { client } from "#lib/data/client.ts";
import { asPublisher } from "#lib/data/publisher.ts";
import { isLostConnection } from "#lib/data/lost.ts";
import { within } from "#lib/data/within.ts";
import { tenantTables } from "#tests/isolation/catalogue.ts";
import { connected } from "#tests/isolation/stands.ts";
import { dithmarschen, inTheWorld, vidzeme } from "#tests/support/people.ts";

const world = inTheWorld();
const calls = Number(process.env.STORM_CALLS ?? 300);
const places = [vidzeme, dithmarschen];
const pools = new Set<pg.Pool>();
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// The product shows its pools to nobody: they are met while they hand out a connection.
beforeAll(async () => {
  const connect = pg.Pool.prototype.connect;
  pg.Pool.prototype.connect = function met(this: pg.Pool, ...given: []) {
    pools.add(this);
    return Reflect.apply(connect, this, given) as never;
  } as never;
  await Promise.all([within({ place: vidzeme }, (db) => db.idea.count()), askAccounts("select", []), asPublisher((connection) => connection.query("select"))]);
  pg.Pool.prototype.connect = connect;
});

/** One thing that somebody does, or that goes wrong while they do it. */
const gusts: ((place: { id: string }) => Promise<unknown>)[] = [
  (place) => within({ place }, async (db) => expect([...new Set((await db.idea.findMany({ select: { providerId: true } })).map(({ providerId }) => providerId))]).toEqual([place.id])),
  (place) => within({ place }, async (db) => { await db.participant.create({ data: { id: randomUUID(), language: "xx" } }); throw new Error("changed my mind"); }),
  (place) => within({ place }, (db) => db.$queryRaw`select from nowhere where provider_id = ${place.id}::uuid`), // a statement that fails
  (place) => within({ place }, async (db) => { await db.$executeRaw`set local statement_timeout = '20ms'`; await db.$queryRaw`select pg_sleep(1)`; }),
  (place) => within({ place }, async (db) => { await db.$executeRaw`set local idle_in_transaction_session_timeout = '15ms'`; await wait(60); await db.idea.count(); }),
  (place) => within({ place }, async (db) => { void db.idea.findMany().catch(() => {}); return db.idea.count(); }), // the caller is gone before the answer
  (place) => within({ place }, async (db) => { await db.participant.create({ data: { id: randomUUID(), language: "xx" } }); await db.$queryRaw`select pg_terminate_backend(pg_backend_pid())`; }),
  // As within() does it: SET takes no bind parameter, and the id is the world's own.
  (place) => client.$transaction(async (db) => { await db.$executeRawUnsafe(`set local app.provider_id = '${place.id}'`); await wait(80); await db.idea.count(); }, { timeout: 30 }),
  () => client.$transaction((db) => db.$queryRaw`select pg_sleep(0.05)`, { maxWait: 5 }), // a crowd: who gets no connection goes
  () => inTurn("the storm", async (ask) => { await ask("select pg_sleep(0.005)", []); throw new Error("changed my mind"); }),
  (place) => asPublisher(async (connection) => { await connection.query("begin"); await connection.query(`set local app.provider_id = '${place.id}'`); throw new Error("half-way"); }),
];

/** Ends a connection of the product's somewhere in the middle of what it does; answers how many it ended. */
async function lightning(owner: pg.Client, until: { over: boolean }): Promise<number> {
  let struck = 0;
  while (!until.over) {
    const { rowCount } = await owner.query("select pg_terminate_backend(pid) from (select pid from pg_stat_activity where datname = current_database() and usename in ('app_user', 'auth_user', 'publisher') order by random() limit 1) as one");
    struck += rowCount ?? 0;
    await wait(20);
  }
  return struck;
}

/** Again while the machine is too slow for the pools' own patience. */
async function patiently<T>(work: () => Promise<T>, tries = 20): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (tries === 0 || !isLostConnection(error)) throw error;
    return patiently(work, tries - 1);
  }
}

/** The server ends a connection that somebody holds between two statements. */
async function endedWhileHeld(owner: pg.Client, ask: (question: string) => Promise<{ rows: { pid: number }[] }>): Promise<void> {
  const { rows: [held] } = await ask("select pg_backend_pid() as pid");
  await owner.query("select pg_terminate_backend($1)", [held?.pid]);
  await wait(50);
}

test("after timeouts, kills, throws and abandoned calls every connection is outside of every transaction and of every provider", async () => {
  const [owner, until] = [await connected(world.addresses.ownerUrl), { over: false }];
  const struck = lightning(owner, until);
  const under = Array.from({ length: calls }, async (_, turn) => (await wait((turn % 60) * 10), (gusts[turn % gusts.length] ?? gusts[0])?.(places[turn % 2] ?? vidzeme)));
  const ended = await Promise.allSettled(under);
  until.over = true;
  expect(await struck).toBeGreaterThan(5);
  await Promise.allSettled(gusts.map((gust) => gust(vidzeme))); // once more in calm: what one of them leaves behind is not killed away by chance
  await patiently(() => asPublisher((connection) => endedWhileHeld(owner, (question) => connection.query(question))));
  await inTurn("calm", (ask) => endedWhileHeld(owner, async (question) => ({ rows: await ask<{ pid: number }>(question, []) }))).catch(() => {}); // its commit finds nobody
  const wrong = ended.flatMap((end) => (end.status === "rejected" ? [end.reason as Error] : [])).filter((error) => error.name === "AssertionError");
  expect(wrong).toEqual([]);
  expect(ended.some((end) => end.status === "rejected" && isLostConnection(end.reason))).toBe(true);

  expect(pools.size).toBe(3);
  const tables = (await tenantTables(owner)).map(({ name }) => name);
  for (const pool of pools) {
    const held = await Promise.all(Array.from({ length: pool.options.max }, () => patiently(() => pool.connect())));
    for (const connection of held) {
      expect((connection as pg.PoolClient & { getTransactionStatus: () => string }).getTransactionStatus()).toBe("I");
      const { rows: [left] } = await connection.query<{ provider: string | null; programme: string | null; timeout: string; user: string }>(
        "select current_setting('app.provider_id', true) as provider, current_setting('app.programme_id', true) as programme, current_setting('statement_timeout') as timeout, current_user as user",
      );
      expect([left?.provider || "", left?.programme || ""]).toEqual(["", ""]);
      expect(left?.timeout).toBe(left?.user === "publisher" ? "1min" : "5s");
      if (left?.user === "app_user") expect((await connection.query(tables.map((table) => `select from ${table}`).join(" union all "))).rowCount).toBe(0);
    }
    for (const connection of held) connection.release();
    expect([pool.waitingCount, pool.totalCount <= pool.options.max]).toEqual([0, true]);
  }
  for (const place of places) expect(await world.rows(place, "select from participants where language = 'xx'")).toEqual([]); // what was not finished is not there
  await expect.poll(async () => (await owner.query("select from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'")).rowCount, { timeout: 20_000 }).toBe(0);
  await owner.end();
}, 300_000);
