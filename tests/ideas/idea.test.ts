import { expect, test } from "vitest";
import type { z } from "zod";
import { KeptDraft, ProposedIdea, TypedTicket, WrittenAnswer, WrittenDeferral } from "#lib/ideas/idea.ts";

const id = "01900000-0000-7000-8000-0000000000d0";
const first = { id, network: "ozolmuiza", what: "A bench at the bus stop", step: "what" };
const whole = { id, network: "ozolmuiza", what: "A bench at the bus stop", forWhom: "for all who wait", weHave: "two boards" };

/** The keys of what is wrong with a form, by field; nothing when it is right. */
function wrong(schema: z.ZodType, form: Record<string, unknown>): Record<string, string> {
  const { error } = schema.safeParse(form);
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join("."), message]));
}

test("a visitor's idea needs no more than one sentence", () => {
  expect(ProposedIdea.parse({ id, network: "ozolmuiza", what: "A bench" })).toMatchObject({ what: "A bench", forWhom: "", weHave: "", spoke: "self" });
});

test("an empty step is refused in words, and blanks are empty", () => {
  expect(wrong(KeptDraft, { ...first, what: "" })).toEqual({ what: "whatMissing" });
  expect(wrong(KeptDraft, { ...first, what: " \n\t\u00a0 " })).toEqual({ what: "whatMissing" });
  expect(wrong(KeptDraft, { ...first, what: undefined })).toEqual({ what: "whatMissing" });
});

test("a step may only be one of the steps, a network only a slug, an id only a uuid", () => {
  expect(wrong(KeptDraft, { ...first, step: "we-have", network: "../today", id: "1 or 1=1" })).toEqual({ step: "strange", network: "strange", id: "strange" });
});

test.each(["2", "12", " 500 "])("a group of %s may speak", (heads) => {
  expect(KeptDraft.parse({ ...first, spoke: "group", heads })).toMatchObject({ heads: Number(heads) });
});

test.each(["1", "0", "501", "-3", "2.5", "twelve", "1e2", "٣"])("a group of “%s” may not", (heads) => {
  expect(wrong(KeptDraft, { ...first, spoke: "group", heads })).toEqual({ heads: "headsWrong" });
});

test("a group says how many they are", () => {
  expect(wrong(KeptDraft, { ...first, spoke: "group", heads: "" })).toEqual({ heads: "headsMissing" });
  expect(wrong(ProposedIdea, { ...whole, spoke: "group", readBack: "yes" })).toEqual({ heads: "headsMissing" });
});

test("a number left behind by one person says nothing", () => {
  expect(KeptDraft.parse({ ...first, spoke: "person", heads: "12", group: id })).toMatchObject({ spoke: "person", heads: undefined, group: undefined });
});

test("who spoke is one of three, not anything", () => {
  expect(wrong(KeptDraft, { ...first, spoke: "the mayor" })).toEqual({ spoke: "spokeMissing" });
});

test("what is typed for others was read back, or there is a reason why not", () => {
  const typed = { ...whole, spoke: "person" };
  expect(wrong(ProposedIdea, typed)).toEqual({ readBack: "readBackMissing" });
  expect(wrong(ProposedIdea, { ...typed, readBack: "" })).toEqual({ readBack: "readBackMissing" });
  expect(wrong(ProposedIdea, { ...typed, readBack: "perhaps" })).toEqual({ readBack: "readBackMissing" });
  expect(wrong(ProposedIdea, { ...typed, readBack: "not possible", readBackReason: "  " })).toEqual({ readBackReason: "readBackReasonMissing" });
  expect(wrong(ProposedIdea, { ...typed, readBack: "not possible", readBackReason: "She had to catch the bus." })).toEqual({});
  expect(wrong(ProposedIdea, { ...typed, readBack: "corrected" })).toEqual({});
});

test("words that the form does not ask for are left out", () => {
  const planted = { authorId: id, providerId: id, typedBy: id, number: "1", createdAt: "2020-01-01" };
  expect(ProposedIdea.parse({ ...whole, ...planted })).toEqual(ProposedIdea.parse(whole));
});

test.each([
  [KeptDraft, { ...first }, "what", 2_000], [KeptDraft, { ...first }, "forWhom", 1_000], [ProposedIdea, { ...whole }, "weHave", 1_000],
  [ProposedIdea, { ...whole, spoke: "person", readBack: "not possible" }, "readBackReason", 300],
  [WrittenAnswer, { idea: id, version: "0" }, "text", 4_000], [WrittenDeferral, { idea: id, version: "0" }, "text", 4_000], [TypedTicket, {}, "words", 200],
] as const)("%#: a text as long as allowed is kept, one sign more is refused in words", (schema, form, field, most) => {
  expect(wrong(schema, { ...form, [field]: "ö".repeat(most) })).toEqual({});
  expect(wrong(schema, { ...form, [field]: "ö".repeat(most + 1) })).toEqual({ [field]: "tooLong" });
});

test("an answer and a “not now” each ask for their own words", () => {
  expect(wrong(WrittenAnswer, { idea: id, version: "0", text: " " })).toEqual({ text: "answerMissing" });
  expect(wrong(WrittenDeferral, { idea: id, version: "0", text: " " })).toEqual({ text: "reasonMissing" });
  expect(wrong(WrittenAnswer, { idea: "random", version: "-1", text: "Yes." })).toEqual({ idea: "strange", version: "strange" });
});
