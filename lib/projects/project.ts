import { z } from "zod";
import { count, optionalText, text } from "#lib/action/text.ts";
import { focusGroups } from "#lib/networks/network.ts";
import { currencies, minorUnits, mostMoney } from "./money.ts";

/** Whose project it is. Where it is nobody's yet the reason is noted. */
export const owners = ["end user", "group", "nobody yet"] as const;
/** Everybody but the facilitator is called as they wish; a facilitator is staff, by their account. */
export const projectRoles = ["peer lead", "second lead", "facilitator", "helper"] as const;
/** At a time; whoever had a role before stays in the story. */
export const mostPeople = 60;
/** How a project ended, and as what it goes on. */
export const outcomes = ["goes on", "ended as planned", "ended against wish"] as const;
export const continuations = ["informal group", "association", "cooperative", "company", "part of the service", "taken over"] as const;

const id = z.uuid({ error: "strange" }).toLowerCase();
const emptyOr = <Field extends z.ZodType>(field: Field) => z.preprocess((typed) => (typed === "" ? undefined : typed), field.optional());
const amount = z.string({ error: "plannedWrong" }).refine((typed) => (minorUnits(typed) ?? mostMoney + 1) <= mostMoney, "plannedWrong").transform((typed) => minorUnits(typed) ?? 0);

const words = {
  title: text(120, { missing: "titleMissing" }),
  place: text(120, { missing: "placeMissing" }),
  focusGroup: z.enum(focusGroups, { error: "focusGroupMissing" }),
  group: emptyOr(id),
  owner: z.enum(owners, { error: "ownerMissing" }),
  ownerCalled: optionalText(80), ownerReason: optionalText(300),
  planned: emptyOr(amount), currency: z.enum(currencies, { error: "strange" }).default("EUR"),
};
export type ProjectWords = z.output<z.ZodObject<typeof words>>;

function ownerIsTold({ owner, ownerCalled, ownerReason, group }: ProjectWords, context: z.RefinementCtx) {
  const wrong = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if (owner === "end user" && !ownerCalled) wrong("ownerCalled", "ownerCalledMissing");
  if (owner === "group" && !group) wrong("group", "ownerGroupMissing");
  if (owner === "nobody yet" && !ownerReason) wrong("ownerReason", "ownerReasonMissing");
}

/** An answered idea becomes a micro project. `id` was made with the form: sending twice makes one project. */
export const AdoptedIdea = z.object({ ...words, id, idea: id }).superRefine(ownerIsTold);
/** A project nobody had proposed: the reason is told. */
export const BegunProject = z.object({ ...words, id, network: z.uuid({ error: "networkMissing" }), withoutIdea: text(500, { missing: "withoutIdeaMissing" }) }).superRefine(ownerIsTold);
export const ChangedProject = z.object({ ...words, project: id, version: count(1, 100_000, "strange") }).superRefine(ownerIsTold);
export type AdoptedIdea = z.output<typeof AdoptedIdea>;
export type BegunProject = z.output<typeof BegunProject>;
export type ChangedProject = z.output<typeof ChangedProject>;

/** A step that needs no word, and one that needs its reason. `id` is the step's. */
export const PlainStep = z.object({ project: id, id });
export const ReasonedStep = z.object({ ...PlainStep.shape, why: text(500, { missing: "whyMissing" }) });
export const ClosingStep = z
  .object({
    ...PlainStep.shape, outcome: z.enum(outcomes, { error: "outcomeMissing" }), goesOnAs: emptyOr(z.enum(continuations, { error: "goesOnAsMissing" })),
    told: text(2_000, { missing: "toldMissing" }), learned: text(500, { missing: "learnedMissing" }),
  })
  .superRefine(({ outcome, goesOnAs }, context) => {
    if (outcome === "goes on" && !goesOnAs) context.addIssue({ code: "custom", path: ["goesOnAs"], message: "goesOnAsMissing" });
  });
export type ClosingStep = z.output<typeof ClosingStep>;

export const NamedPerson = z
  .object({ id, project: id, role: z.enum(projectRoles, { error: "roleMissing" }), called: optionalText(80), member: emptyOr(id) })
  .superRefine(({ role, called, member }, context) => {
    if (role === "facilitator" && !member) context.addIssue({ code: "custom", path: ["member"], message: "facilitatorMissing" });
    if (role !== "facilitator" && !called) context.addIssue({ code: "custom", path: ["called"], message: "calledMissing" });
  });
export type NamedPerson = z.output<typeof NamedPerson>;
export const EndedRole = z.object({ person: id });

/** What stands in the row; a field that the owner's kind does not need says nothing. */
export function columns({ title, place, focusGroup, group, owner, ownerCalled, ownerReason, planned, currency }: ProjectWords) {
  return {
    title, place, focusGroup, groupId: group ?? null, owner,
    ownerCalled: owner === "end user" ? ownerCalled : null, ownerReason: owner === "nobody yet" ? ownerReason : null,
    planned: planned ?? null, currency: planned === undefined ? null : currency,
  };
}
