import { expect, test } from "vitest";
import type { z } from "zod";
import { AdoptedIdea, BegunProject, ChangedProject, ClosingStep, columns, NamedPerson, ReasonedStep } from "#lib/projects/project.ts";

const id = "01900000-0000-7000-8000-0000000000d0";
const bus = { id, idea: id, title: "The bus that waits", place: "Ozolmuiža", focusGroup: "older people", group: "", owner: "end user", ownerCalled: "Velta", ownerReason: "", planned: "640,50", currency: "EUR" };

function wrong(schema: z.ZodType, form: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries((schema.safeParse(form).error?.issues ?? []).map(({ path, message }) => [path.join("."), message]));
}

test("a micro project is a title, a place, for whom, whose, and perhaps a budget", () => {
  expect(columns(AdoptedIdea.parse(bus))).toEqual({ title: "The bus that waits", place: "Ozolmuiža", focusGroup: "older people", groupId: null, owner: "end user", ownerCalled: "Velta", ownerReason: null, planned: 64_050, currency: "EUR" });
  expect(columns(AdoptedIdea.parse({ ...bus, planned: "", currency: "DKK" }))).toMatchObject({ planned: null, currency: null });
});

test("an empty form names every field at once", () => {
  expect(wrong(BegunProject, {})).toEqual({ title: "titleMissing", place: "placeMissing", focusGroup: "focusGroupMissing", owner: "ownerMissing", id: "strange", network: "networkMissing", withoutIdea: "withoutIdeaMissing" });
});

test("whoever owns it is told: how they are called, which group, or why it is nobody's", () => {
  expect(wrong(AdoptedIdea, { ...bus, ownerCalled: " " })).toEqual({ ownerCalled: "ownerCalledMissing" });
  expect(wrong(AdoptedIdea, { ...bus, owner: "group" })).toEqual({ group: "ownerGroupMissing" });
  expect(wrong(AdoptedIdea, { ...bus, owner: "nobody yet" })).toEqual({ ownerReason: "ownerReasonMissing" });
  expect(wrong(AdoptedIdea, { ...bus, owner: "staff" })).toEqual({ owner: "ownerMissing" });
  expect(columns(ChangedProject.parse({ ...bus, project: id, version: "1", owner: "group", group: id }))).toMatchObject({ groupId: id, ownerCalled: null, ownerReason: null });
});

test.each(["-1", "much", "1000000,01", "1e3"])("“%s” is no budget", (planned) => expect(wrong(AdoptedIdea, { ...bus, planned })).toEqual({ planned: "plannedWrong" }));

test("a change says which project and which version it has seen", () => {
  expect(wrong(ChangedProject, { ...bus, project: "' or true --", version: "0" })).toEqual({ project: "strange", version: "strange" });
});

test("pausing, stopping and opening again need a reason", () => {
  expect(wrong(ReasonedStep, { id, project: id, why: "  " })).toEqual({ why: "whyMissing" });
});

test("closing needs how it ended, in plain words, and one lesson; as what it goes on only where it goes on", () => {
  const closing = { id, project: id, outcome: "goes on", goesOnAs: "", told: "The choir goes on by itself.", learned: "a second lead is needed." };
  expect(wrong(ClosingStep, { id, project: id })).toEqual({ outcome: "outcomeMissing", told: "toldMissing", learned: "learnedMissing" });
  expect(wrong(ClosingStep, closing)).toEqual({ goesOnAs: "goesOnAsMissing" });
  expect(wrong(ClosingStep, { ...closing, goesOnAs: "a party" })).toEqual({ goesOnAs: "goesOnAsMissing" });
  expect(wrong(ClosingStep, { ...closing, outcome: "ended against wish" })).toEqual({});
  expect(wrong(ClosingStep, { ...closing, goesOnAs: "association" })).toEqual({});
});

test("a facilitator is a colleague, everybody else is called as they wish", () => {
  const person = { id, project: id, role: "facilitator", called: "", member: "" };
  expect(wrong(NamedPerson, person)).toEqual({ member: "facilitatorMissing" });
  expect(wrong(NamedPerson, { ...person, role: "peer lead" })).toEqual({ called: "calledMissing" });
  expect(wrong(NamedPerson, { ...person, role: "boss" })).toHaveProperty("role", "roleMissing");
});
