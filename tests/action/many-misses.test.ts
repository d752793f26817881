import { expect, test, vi } from "vitest";
import { openTicket, proposeIdea } from "#lib/ideas/actions.ts";
import { log } from "#lib/log.ts";
import { metrics } from "#lib/metrics.ts";
import { inTheWorld, dithmarschen, vidzeme, visitor, type Person } from "#tests/support/people.ts";

const world = inTheWorld();
const told = vi.spyOn(log, "warn");
const alarms = () => told.mock.calls.filter(([, what]) => what === "many misses");

// The database's clock stands: no test may run over the end of its ten minutes.
const clock = (minutes: number) => world.owner.query(`create or replace function moment() returns timestamptz language sql stable parallel safe as $$ select '2026-11-23 12:00Z'::timestamptz + interval '${minutes} minutes' $$`);

function from(address: string, provider?: string): Person {
  const person = visitor(provider);
  person.browser.headers["x-forwarded-for"] = address;
  return person;
}

test("a hundred wrong tickets at one provider, from however many addresses, are told once in ten minutes; nobody is kept out", async () => {
  await clock(0);
  const missOnce = (address: string, provider?: string) => from(address, provider).does(openTicket, { words: "river chair lamp 11" });
  await missOnce("203.0.113.1");
  await world.rows(null, "update auth.limits set used = 98 where key like '% missed'");
  await missOnce("203.0.113.2");
  expect(alarms()).toEqual([]);
  await missOnce("203.0.113.3");
  await missOnce("203.0.113.4");
  expect(alarms()).toEqual([[{ deed: "open ticket", place: vidzeme.id }, "many misses"]]);
  expect(await from("203.0.113.5").does(proposeIdea, { id: crypto.randomUUID(), network: "ozolmuiza", what: "A bench", spoke: "self" })).toHaveProperty("goTo");
  await missOnce("203.0.113.6", dithmarschen.slug);
  expect(alarms()).toHaveLength(1);

  await clock(10);
  await missOnce("203.0.113.1");
  await world.rows(null, "update auth.limits set used = 99 where key like '% missed' and slot = (select max(slot) from auth.limits)");
  await missOnce("203.0.113.2");
  expect(alarms()).toHaveLength(2);
  expect(await metrics.registry.getSingleMetricAsString("sempre_many_misses_total")).toContain('{deed="open ticket"} 2');
});
