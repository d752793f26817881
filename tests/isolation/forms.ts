/** For every deed a form that is right, and which of its fields name something. A deed that is not here turns the isolation test red. */
import type { Ability } from "#lib/access/abilities.ts";
import type { Form } from "#tests/support/people.ts";
import { things, type Thing } from "./things.ts";

export type Asked = { form: Form; names: Record<string, Thing> };

const forGroup = { spoke: "group", heads: "12", readBack: "yes" };
const groupWords = { name: "The choir", speaks: "lv", aboutSize: "12" };

/** `typing`: staff who write down what others said; everybody else speaks for themselves. */
export const forms: Partial<Record<Ability, (typing: boolean) => Asked>> = {
  "keep draft": (typing) => ({
    form: { step: "what", what: "A bench by the bus stop", ...(typing ? forGroup : { spoke: "self" }) },
    names: { network: things.networkSlug, id: typing ? things.newDraftOfMember : things.newDraftOfParticipant, ...(typing && { group: things.activeGroup }) },
  }),
  "propose idea": (typing) => ({
    form: { what: "A bench by the bus stop", forWhom: "", weHave: "", ...(typing ? forGroup : { spoke: "self" }) },
    names: { network: things.networkSlug, id: things.newIdea, ...(typing && { group: things.activeGroup }) },
  }),
  "open ticket": () => ({ form: {}, names: { words: things.ticket } }),
  "use code": () => ({ form: {}, names: { code: things.code } }),
  "finish and clear": () => ({ form: {}, names: {} }),
  "answer idea": () => ({ form: { version: "0", text: "We will build it in May." }, names: { idea: things.waitingIdea } }),
  "defer idea": () => ({ form: { version: "0", text: "The road is closed until autumn." }, names: { idea: things.waitingIdea } }),
  "make group": () => ({ form: groupWords, names: { id: things.newGroup, network: things.network, contact: things.member } }),
  "change group": () => ({ form: { ...groupWords, version: "1" }, names: { group: things.activeGroup, contact: things.member } }),
  "rest group": () => ({ form: {}, names: { group: things.activeGroup } }),
  "wake group": () => ({ form: {}, names: { group: things.restingGroup } }),
  "come in": () => ({ form: {}, names: { cast: things.castMember } }),
};
