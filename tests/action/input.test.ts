import { expect, test } from "vitest";
import { untouched, type Outcome } from "#lib/action/outcome.ts";
import { makeGroup } from "#lib/groups/actions.ts";
import { answerIdea, proposeIdea } from "#lib/ideas/actions.ts";
import english from "#messages/en.json" with { type: "json" };
import german from "#messages/de.json" with { type: "json" };
import { writing } from "#tests/isolation/written.ts";
import { calledFrom } from "#tests/support/doors.ts";
import { as, inTheWorld, isSentOn, vidzeme, visitor, type Answer } from "#tests/support/people.ts";

const world = inTheWorld();
const anIdea = (words: Record<string, string> = {}) => ({ id: crypto.randomUUID(), network: "ozolmuiza", what: "A bench by the bus stop", forWhom: "", weHave: "", spoke: "self", ...words });
const fieldsOf = (answer: Answer) => (answer !== "not found" && "fields" in answer ? answer.fields : undefined);
const typedOf = (answer: Answer) => (answer !== "not found" && "typed" in answer ? answer.typed : undefined);

test.each(["what", "forWhom", "weHave"])("a NUL in %s is answered in words, the text stays in the form, nothing is written", async (field) => {
  const form = anIdea({ [field]: "A bench\0 by the bus stop" });
  const { answer, wrote } = await writing(world, () => visitor().does(proposeIdea, form));
  expect(fieldsOf(answer)).toEqual({ [field]: english.fields.strangeSign });
  expect(typedOf(answer)).toMatchObject(form);
  expect(wrote).toEqual([]);
});

test.each([["what", 2_000], ["forWhom", 1_000], ["weHave", 1_000]])("%s may have %i signs and not one more, and what is too long is not cut", async (field, most) => {
  expect(await visitor().does(proposeIdea, anIdea({ [field]: "ļ".repeat(most) }))).toHaveProperty("goTo");
  const { answer, wrote } = await writing(world, () => visitor().does(proposeIdea, anIdea({ [field]: "ļ".repeat(most + 1) })));
  expect(fieldsOf(answer)).toEqual({ [field]: english.fields.tooLong });
  expect(typedOf(answer)?.[field]).toHaveLength(most + 1);
  expect(wrote).toEqual([]);
});

test("every field that is wrong is said at once, in the language of the page", async () => {
  const ilze = await as("ilze");
  const answer = await ilze.does(makeGroup, { language: "de", id: crypto.randomUUID(), name: " ", aboutSize: "many", contact: "", network: "" });
  const { groupNameMissing, languageMissing, aboutSizeWrong, contactMissing, networkMissing } = german.fields;
  expect(fieldsOf(answer)).toEqual({ name: groupNameMissing, speaks: languageMissing, aboutSize: aboutSizeWrong, contact: contactMissing, network: networkMissing });
});

test("a language nobody speaks here is answered in English", async () => {
  expect(fieldsOf(await visitor().does(proposeIdea, anIdea({ language: "xx", what: "" })))).toEqual({ what: english.fields.whatMissing });
});

test("keys that the form does not have change nothing: the idea is the sender's, at this provider, waiting", async () => {
  const other = crypto.randomUUID();
  const intruding = { providerId: other, provider_id: other, authorId: other, author_id: other, number: "1", typedBy: other, role: "admin", roles: "admin", place: other, createdAt: "2001-01-01", __proto__: "x", constructor: "x", "actor[kind]": "member", $where: "1=1" };
  const person = visitor();
  const answer = await person.does(proposeIdea, { ...anIdea(), ...intruding });
  const id = isSentOn(answer) ? answer.goTo.split("/").at(-1) : "";
  const [idea] = await world.rows(vidzeme, "select author_id, typed_by, number, created_at > moment() - interval '1 minute' as today from ideas where id = $1", [id]);
  expect(idea).toMatchObject({ typed_by: null, today: true });
  expect(idea?.author_id).not.toBe(other);
  expect(idea?.number).toBeGreaterThan(10);
});

test("a file where words belong is no words", async () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ provider: "vidzeme", language: "en", ...anIdea() })) form.append(name, value);
  form.set("what", new Blob(["a picture of a bench"]), "bench.png");
  const { browser } = visitor();
  expect(await calledFrom(browser, () => proposeIdea(untouched, form))).toMatchObject({ ok: false, fields: { what: english.fields.whatMissing } });
});

test("what the browser says was answered before is not believed", async () => {
  const ilze = await as("ilze");
  const forged: Outcome = { ok: false, typed: { text: "forged" }, theirs: { text: "forged", by: "Anna", at: "today", version: 7 } };
  const form = new FormData();
  for (const [name, value] of Object.entries({ provider: "vidzeme", language: "en", idea: crypto.randomUUID(), version: "0", text: "" })) form.append(name, value);
  expect(await calledFrom(ilze.browser, () => answerIdea(forged, form))).toEqual({ ok: false, typed: expect.objectContaining({ text: "" }), fields: { text: english.fields.answerMissing } });
});

test("React's own fields in a form are not given back as somebody's words", async () => {
  expect(typedOf(await visitor().does(proposeIdea, { ...anIdea({ what: "" }), $ACTION_ID_7f: "", "$ACTION_1:0": "{}" }))).toEqual({ provider: "vidzeme", language: "en", ...anIdea({ what: "" }), id: expect.any(String) });
});

test("words keep their accents, their line breaks and their angle brackets", async () => {
  const what = "Līvas tējnīca <b>katru</b> otrdienu\n— un «Ēriks» spēlē; 100 % 'par' \"visiem\" 🎻 שלום";
  const answer = await visitor().does(proposeIdea, anIdea({ what: `  ${what.replace("\n", "\r\n")} ` }));
  const [idea] = await world.rows(vidzeme, "select what from ideas where id = $1", [isSentOn(answer) ? answer.goTo.split("/").at(-1) : ""]);
  expect(idea?.what).toBe(what);
});
