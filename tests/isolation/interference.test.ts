/**
 * What people of one provider do, done alone and done while another provider's people do things too: it must look the same, to the byte.
 * NONINTERFERENCE_RUNS lengthens it; NONINTERFERENCE_SEED tells other histories.
 */
import fc from "fast-check";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeAccounts } from "#lib/access/accounts.ts";
import { closeClient } from "#lib/data/client.ts";
import { dayIn } from "#lib/diary/day.ts";
import { seed } from "#prisma/seed.ts";
import { testDatabase, type TestDatabase } from "#tests/support/database.ts";
import { dithmarschen, vidzeme } from "#tests/support/people.ts";
import { ask, drop } from "#tests/support/server.ts";
import { begun, idsOfMove, kindsOfMoves, moved, type Move } from "./history.ts";
import { apart, everyPage, idsIn, newCodes, seen, standing, withoutChance } from "./observing.ts";
import { connected } from "./stands.ts";

const runs = Number(process.env.NONINTERFERENCE_RUNS ?? 10);
const chosen = { numRuns: runs, seed: Number(process.env.NONINTERFERENCE_SEED ?? 20_261_123), endOnFailure: runs < 100 };
const stage: { product?: TestDatabase; world?: TestDatabase; began: Date } = { began: new Date(0) };
const formIds = Array.from({ length: 8 }, (_, at) => idsOfMove(at)).flat();
const pages = await everyPage();

// A world that is copied for every telling, so that all begin with the same bytes.
beforeAll(async () => {
  [stage.product, stage.world] = [await testDatabase(), await testDatabase()];
  await seed(stage.world.ownerUrl, String(process.env.TICKET_KEY));
  const owner = await connected(stage.world.ownerUrl);
  const { rows: [now] } = await owner.query<{ now: Date }>("select moment() as now");
  stage.began = now?.now ?? stage.began;
  await owner.end();
});
afterAll(async () => {
  await Promise.all([closeClient(), closeAccounts()]);
  await stage.product?.drop();
  await stage.world?.drop();
});

type Turn = { mine: Move; theirs: Move[] };

/** Plays a history in a fresh copy of the world, with the others' part or without, and answers everything that Vidzeme's people saw. */
async function told(history: Turn[], withTheirs: boolean): Promise<string[]> {
  const owner = await fresh();
  const atMinute = (minute: number) => owner.query(`create or replace function moment() returns timestamptz language sql stable parallel safe as $$ select timestamptz '${stage.began.toISOString()}' + interval '${minute} minutes' $$`);
  await atMinute(0);
  const today = dayIn(stage.began, vidzeme.timeZone);
  const [side, other] = [await begun(vidzeme, today), await begun(dithmarschen, today)];
  [side.other, other.other] = [other, side];
  const known = new Set([...formIds, ...idsIn(await standing(owner, side)), ...idsIn(await standing(owner, other))]);
  const said: string[] = [];
  for (const [minute, { mine, theirs }] of history.entries()) {
    await atMinute(minute + 1);
    if (withTheirs) for (const move of theirs) await moved(other, move);
    said.push(`${mine.kind}: ${JSON.stringify(await moved(side, mine))}`);
  }
  const everything = [...said, ...(await seen(side, pages)), ...(await standing(owner, side))];
  const codes = await newCodes(owner, side);
  await owner.end();
  return withoutChance(everything, known, codes).sort();
}

/** Puts a new copy of the world in the place where the product looks for its database. */
async function fresh(): Promise<pg.Client> {
  const { product, world } = stage as { product: TestDatabase; world: TestDatabase };
  const name = new URL(product.ownerUrl).pathname.slice(1);
  await drop(world.ownerUrl, name);
  await ask(new URL("/postgres", world.ownerUrl).href, `create database ${name} template ${new URL(world.ownerUrl).pathname.slice(1)} strategy wal_log`);
  return connected(product.ownerUrl);
}

const move = (at: number) => fc.record({ kind: fc.constantFrom(...kindsOfMoves), pick: fc.nat(999), at: fc.constant(at) });
const turn = (at: number) => fc.record({ mine: move(at), theirs: fc.array(move(at), { minLength: 1, maxLength: 2 }) });
const histories = fc.integer({ min: 4, max: 8 }).chain((length) => fc.tuple(...Array.from({ length }, (_, at) => turn(at))));

test("what Vidzeme's people do looks the same to the byte, whatever Dithmarschen's do meanwhile", async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      expect(apart(await told(history, true), await told(history, false))).toEqual([]);
    }),
    chosen,
  );
}, 120_000 + runs * 60_000);
