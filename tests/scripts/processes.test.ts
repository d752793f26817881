import { expect, test } from "vitest";
import { connectionsFor } from "#lib/processes.ts";
import { pauseAfter } from "#scripts/processes.ts";

/** What a product of so many processes opens at most. */
function together(processes: number): number {
  const each = Array.from({ length: processes }, (_, at) => Object.values(connectionsFor(processes, at === 0)));
  return each.flat().reduce((sum, most) => sum + most, 0);
}

test("PostgreSQL gives out 97 connections by default: they hold a product of any size we start, and two of up to eight processes", () => {
  for (let processes = 1; processes <= 16; processes += 1) expect(together(processes), `${processes} processes`).toBeLessThanOrEqual(processes <= 8 ? 48 : 97);
});

test("every process can read, ask for accounts and send letters behind, however many there are", () => {
  for (const processes of [1, 2, 4, 8, 16, 64]) expect(connectionsFor(processes, false)).toMatchObject({ app: expect.toSatisfy((most: number) => most >= 3), accounts: expect.toSatisfy((most: number) => most >= 1), jobs: 1 });
});

test("who ended once is followed at once; who ends again and again is waited for ever longer, but never over half a minute", () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 50].map(pauseAfter)).toEqual([0, 1, 2, 4, 8, 16, 30, 30, 30]);
});
