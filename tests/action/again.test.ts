import { expect, test } from "vitest";
import { changeGroup, makeGroup, restGroup } from "#lib/groups/actions.ts";
import { answerIdea, keepDraft, openTicket, proposeIdea } from "#lib/ideas/actions.ts";
import { ticketWords } from "#lib/ideas/ticket.ts";
import english from "#messages/en.json" with { type: "json" };
import { writing } from "#tests/isolation/written.ts";
import { as, inTheWorld, isSentOn, vidzeme, visitor, type Answer, type Form } from "#tests/support/people.ts";

const world = inTheWorld();
const anIdea = (words: Form = {}): Form => ({ id: crypto.randomUUID(), network: "ozolmuiza", what: "A bench by the bus stop", forWhom: "", weHave: "", spoke: "self", ...words });
const typedFor = { spoke: "group", heads: "12", readBack: "yes" };
const idOf = (answer: Answer) => (isSentOn(answer) ? answer.goTo.split("/").at(-1) : undefined);
const saying = (what: string) => world.rows<{ id: string; author_id: string }>(vidzeme, "select id, author_id from ideas where what = $1", [what]);

test("the same form sent twice makes one idea and leads to the same page", async () => {
  const [person, form] = [visitor(), anIdea({ what: "A bench, sent twice" })];
  const first = await person.does(proposeIdea, form);
  const { answer: second, wrote } = await writing(world, () => person.does(proposeIdea, form));
  expect(second).toEqual(first);
  expect(wrote.filter((table) => table !== "vidzeme: counters")).toEqual([]); // at most a number is skipped
  expect(await saying("A bench, sent twice")).toHaveLength(1);
});

test("the same form sent twice at the same moment makes one idea", async () => {
  const [person, form] = [visitor(), anIdea({ what: "A bench, both at once" })];
  await person.does(keepDraft, { ...form, step: "what" });
  const answers = await Promise.all([1, 2, 3].map(() => person.does(proposeIdea, form)));
  expect(answers).toEqual(Array(3).fill({ goTo: `/en/at/vidzeme/ticket/${form.id}` }));
  expect(await saying("A bench, both at once")).toHaveLength(1);
});

test("staff who press the button twice type one idea, for one new participant", async () => {
  const [ilze, form] = [await as("ilze"), anIdea({ what: "A choir, pressed twice", ...typedFor })];
  const first = await ilze.does(proposeIdea, form);
  const { answer, wrote } = await writing(world, () => ilze.does(proposeIdea, form));
  expect(answer).toEqual(first);
  expect(wrote).toEqual([]);
});

test("an id that is already somebody else's idea makes a new one, and theirs stays as it is", async () => {
  const [valdis, zane, form] = [await as("valdis"), await as("zane"), anIdea({ what: "A bench for Valdis" })];
  await valdis.does(proposeIdea, form);
  const answer = await zane.does(proposeIdea, { ...form, what: "A swing for Zane" });
  expect(idOf(answer)).not.toBe(form.id);
  expect(await saying("A bench for Valdis")).toMatchObject([{ id: form.id }]);
  expect(await saying("A swing for Zane")).toMatchObject([{ id: idOf(answer) }]);
});

test("an unfinished idea with an id that is somebody else's is kept beside theirs", async () => {
  const [valdis, zane, form] = [await as("valdis"), await as("zane"), { ...anIdea({ what: "Half a bench" }), step: "what" }];
  await valdis.does(keepDraft, form);
  await zane.does(keepDraft, { ...form, what: "Half a swing" });
  expect(await world.rows(vidzeme, "select what from drafts where what like 'Half %' order by what")).toEqual([{ what: "Half a bench" }, { what: "Half a swing" }]);
});

test("an id in capital letters is the same id: the ticket's words open it", async () => {
  const [valdis, id] = [await as("valdis"), crypto.randomUUID()];
  await valdis.does(proposeIdea, anIdea({ id: id.toUpperCase() }));
  const words = ticketWords({ providerId: vidzeme.id, ideaId: id, attempt: 0, language: "en" }, String(process.env.TICKET_KEY)).join(" ");
  expect(await visitor().does(openTicket, { words })).toEqual({ goTo: `/en/at/vidzeme/ticket/${id}` });
});

test("a visitor whose session is lost before the last step still sends the whole idea, as somebody new", async () => {
  const [person, form] = [visitor(), anIdea({ what: "A bench after a lost session" })];
  await person.does(keepDraft, { ...form, step: "what" });
  person.browser.cookies.clear();
  expect(await person.does(proposeIdea, form)).toEqual({ goTo: `/en/at/vidzeme/ticket/${form.id}` });
  expect(person.browser.cookies.size).toBe(1);
});

test("staff whose session is lost cannot send for a group; every word stays in the form, and signed in again the same form works", async () => {
  const [ilze, form] = [await as("ilze"), anIdea({ what: "The choir wants a stage", ...typedFor })];
  const lost = { ...ilze.browser, cookies: new Map() };
  ilze.browser.cookies.clear();
  const { answer, wrote } = await writing(world, () => ilze.does(proposeIdea, form));
  expect(answer).toEqual({ ok: false, typed: { provider: "vidzeme", language: "en", ...form }, refusal: english.refusals.signedOut });
  expect({ wrote, cookies: lost.cookies.size }).toEqual({ wrote: [], cookies: 0 });
  expect(await (await as("ilze")).does(proposeIdea, form)).toHaveProperty("goTo");
});

test("staff whose session is lost while they answer find nothing, and nothing is answered", async () => {
  const [ilze, idea] = [await as("ilze"), String(vidzeme.networks[0]?.ideas.find(({ answer }) => !answer)?.id)];
  ilze.browser.cookies.clear();
  expect(await writing(world, () => ilze.does(answerIdea, { idea, version: "0", text: "Yes" }))).toEqual({ answer: "not found", wrote: [] });
});

test("staff cannot propose in their own name", async () => {
  const { answer, wrote } = await writing(world, async () => (await as("ilze")).does(proposeIdea, anIdea()));
  expect(answer).toMatchObject({ ok: false, refusal: english.refusals.whoSpoke });
  expect(wrote).toEqual(["nobody: auth.sessions"]); // she came in
});

test("an answer sent twice is the same answer, not a quarrel with oneself", async () => {
  const ilze = await as("ilze");
  const idea = String(idOf(await visitor().does(proposeIdea, anIdea())));
  const form = { idea, version: "0", text: "We build it in May." };
  const first = await ilze.does(answerIdea, form);
  expect(first).toEqual({ goTo: `/en/at/vidzeme/ideas/${idea}` });
  expect(await ilze.does(answerIdea, form)).toEqual(first);
  const changed = { idea, version: "1", text: "We build it in June." };
  expect(await ilze.does(answerIdea, changed)).toEqual(first);
  expect(await ilze.does(answerIdea, changed)).toEqual(first);
  expect(await world.rows(vidzeme, "select version, text from answers where idea_id = $1", [idea])).toEqual([{ version: 2, text: "We build it in June." }]);
});

test("a group made twice is one group, and resting twice is said in words", async () => {
  const [ilze, id, place] = [await as("ilze"), crypto.randomUUID(), vidzeme.networks[0]];
  const form = { id, name: "The new choir", speaks: "lv", aboutSize: "12", contact: String(place?.contact), network: String(place?.id) };
  expect([await ilze.does(makeGroup, form), await ilze.does(makeGroup, form)]).toEqual([{ goTo: "/en/at/vidzeme/groups" }, { goTo: "/en/at/vidzeme/groups" }]);
  expect(await world.rows(vidzeme, "select step from group_steps where group_id = $1", [id])).toEqual([{ step: "made" }]);
  expect(await ilze.does(restGroup, { group: id })).toEqual({ ok: true, subject: id });
  expect(await ilze.does(restGroup, { group: id })).toMatchObject({ ok: false, refusal: english.refusals.groupRests });
  const changed = { ...form, group: id, version: "1", name: "The old choir" };
  expect([await ilze.does(changeGroup, changed), await ilze.does(changeGroup, changed)]).toEqual([{ goTo: "/en/at/vidzeme/groups" }, { goTo: "/en/at/vidzeme/groups" }]);
});
