import { beforeEach, expect, test } from "vitest";
import { answerIdea, openTicket, proposeIdea } from "#lib/ideas/actions.ts";
import { ticketWords } from "#lib/ideas/ticket.ts";
import { useCode as typeCode } from "#lib/networks/actions.ts";
import english from "#messages/en.json" with { type: "json" };
import { writing } from "#tests/isolation/written.ts";
import { as, inTheWorld, vidzeme, visitor, type Person } from "#tests/support/people.ts";

const world = inTheWorld();
const began = new Date();
/** Sets the database's clock, and it stands: no test may run over the end of its ten minutes. */
const clock = (minutes: number) => world.owner.query(`create or replace function moment() returns timestamptz language sql stable parallel safe as $$ select '${new Date(began.getTime() + minutes * 60_000).toISOString()}'::timestamptz $$`);

beforeEach(async () => {
  await world.owner.query("delete from auth.limits");
  await clock(0);
});

const anIdea = (network = "ozolmuiza") => ({ id: crypto.randomUUID(), network, what: "A bench by the bus stop", spoke: "self" });
const tooOften = (typed: object) => ({ ok: false, typed: expect.objectContaining(typed), refusal: english.refusals.tooOften });
const from = (address: string): Person => {
  const person = visitor();
  person.browser.headers["x-forwarded-for"] = address;
  return person;
};
const words = (ideaId: string) => ticketWords({ providerId: vidzeme.id, ideaId, attempt: 0, language: "lv" }, String(process.env.TICKET_KEY)).join(" ");
const right = words(String(vidzeme.networks[0]?.ideas[0]?.id));

test("the 21st idea of one person in ten minutes waits; its text stays, and everybody else goes on", async () => {
  const valdis = await as("valdis");
  for (let number = 1; number <= 20; number += 1) expect(await valdis.does(proposeIdea, anIdea())).toHaveProperty("goTo");
  const form = anIdea();
  const { answer, wrote } = await writing(world, () => valdis.does(proposeIdea, form));
  expect(answer).toEqual(tooOften(form));
  expect(wrote).toEqual([]);
  expect(await (await as("zane")).does(proposeIdea, anIdea())).toHaveProperty("goTo");
  await clock(10);
  expect(await valdis.does(proposeIdea, form)).toHaveProperty("goTo");
});

test("a call too many is noted at the provider", async () => {
  await world.rows(null, "delete from auth.refusals");
  const valdis = await as("valdis");
  await valdis.does(proposeIdea, anIdea());
  await world.rows(null, "update auth.limits set used = 20 where key like '% by %'");
  await valdis.does(proposeIdea, anIdea());
  expect(await world.rows(null, "select slug, ability, kind from auth.refusals join providers on providers.id = provider_id")).toEqual([{ slug: "vidzeme", ability: "propose idea", kind: "too often" }]);
});

test("a full hall may send 300 ideas into its network; the 301st waits, and the other networks go on", async () => {
  await visitor().does(proposeIdea, anIdea("ozolmuiza"));
  await world.rows(null, "update auth.limits set used = 299 where key like '% in %'");
  expect(await visitor().does(proposeIdea, anIdea("ozolmuiza"))).toHaveProperty("goTo");
  expect(await visitor().does(proposeIdea, anIdea("ozolmuiza"))).toEqual(tooOften({ network: "ozolmuiza" }));
  expect(await visitor().does(proposeIdea, anIdea("kalnaseta"))).toHaveProperty("goTo");
  expect(await visitor("dithmarschen").does(proposeIdea, anIdea("norderwisch"))).toHaveProperty("goTo");
});

test("ten wrong tickets from one address, and then right words wait too; other addresses, and proposing, go on", async () => {
  for (let number = 1; number <= 10; number += 1) expect(await from("203.0.113.9").does(openTicket, { words: `river chair lamp ${number}` })).toMatchObject({ refusal: english.refusals.noSuchTicket });
  expect(await from("203.0.113.9").does(openTicket, { words: right })).toEqual(tooOften({ words: right }));
  expect(await from("203.0.113.10").does(openTicket, { words: right })).toHaveProperty("goTo");
  expect(await from("203.0.113.9").does(proposeIdea, anIdea())).toHaveProperty("goTo");
});

test("right words never count: a whole day centre may open its tickets from one address", async () => {
  for (let number = 1; number <= 15; number += 1) expect(await from("203.0.113.9").does(openTicket, { words: right })).toHaveProperty("goTo");
});

test("ten wrong codes from one address, and the eleventh try waits; a network of IPv6 addresses counts as one", async () => {
  for (let number = 1; number <= 10; number += 1) expect(await from(`2001:db8:1:2::${number}`).does(typeCode, { code: "ZZZ ZZZ" })).toMatchObject({ refusal: english.refusals.noSuchCode });
  expect(await from("2001:db8:1:2:ffff::1").does(typeCode, { code: "K7M 4PX" })).toEqual(tooOften({ code: "K7M 4PX" }));
  expect(await from("2001:db8:1:3::1").does(typeCode, { code: "K7M 4PX" })).toEqual({ goTo: "/en/at/vidzeme/networks/ozolmuiza" });
});

test("staff may work: 120 of a deed in ten minutes, also of one that does not name its limit", async () => {
  const ilze = await as("ilze");
  await ilze.does(answerIdea, { idea: crypto.randomUUID(), version: "0", text: "Yes" });
  await world.rows(null, "update auth.limits set used = 119 where key like '% by %'");
  expect(await ilze.does(answerIdea, { idea: crypto.randomUUID(), version: "0", text: "Yes" })).toBe("not found");
  expect(await ilze.does(answerIdea, { idea: crypto.randomUUID(), version: "0", text: "Yes" })).toEqual(tooOften({ text: "Yes" }));
});
