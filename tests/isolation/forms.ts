/** For every deed a form that is right, and which of its fields name something. A deed that is not here turns the isolation test red. */
import { randomUUID } from "node:crypto";
import type { Ability } from "#lib/access/abilities.ts";
import { dayIn } from "#lib/diary/day.ts";
import { vidzeme, type Form } from "#tests/support/people.ts";
import { things, type Thing } from "./things.ts";

export type Asked = { form: Form; names: Record<string, Thing> };

const forGroup = { spoke: "group", heads: "12", readBack: "yes" };
const card = { name: "Village café", place: "Priežmala", focusGroup: "older people", speaks: "lv" };
const texts = { welcome: "We are neighbours.", houseRules: "One speaks.", whoSees: "The staff." };
const projectWords = { title: "The bus that waits", place: "Ozolmuiža", focusGroup: "older people", owner: "group", planned: "640", currency: "EUR" };
const entryWords = { happenedOn: dayIn(new Date(), "Europe/Riga"), what: "We cooked.", newcomers: "3", regulars: "9", children: "4", hours: "2" };
const closing = { outcome: "goes on", goesOnAs: "association", told: "They go on.", learned: "Two leads are needed." };
const groupWords = { name: "The choir", speaks: "lv", aboutSize: "12" };

const shownNowhere = JSON.stringify({ id: "AAAA", rawId: "AAAA", type: "public-key", clientExtensionResults: {}, response: { clientDataJSON: "AAAA", authenticatorData: "AAAA", signature: "AAAA" } });
const madeNowhere = JSON.stringify({ id: "AAAA", rawId: "AAAA", type: "public-key", clientExtensionResults: {}, response: { clientDataJSON: "AAAA", attestationObject: "AAAA" } });

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
  "ask letter": () => ({ form: { email: "somebody@example.org" }, names: {} }),
  "sign in": () => ({ form: { digits: "123456" }, names: {} }),
  "begin passkey": () => ({ form: {}, names: {} }),
  "sign in by passkey": () => ({ form: { answer: shownNowhere }, names: {} }),
  "sign in outside": () => ({ form: {}, names: {} }),
  "ask proof": () => ({ form: {}, names: {} }),
  "prove by letter": () => ({ form: { digits: "123456" }, names: {} }),
  "prove by passkey": () => ({ form: { answer: shownNowhere }, names: {} }),
  "prepare passkey": () => ({ form: {}, names: {} }),
  "add passkey": () => ({ form: { answer: madeNowhere }, names: {} }),
  "remove passkey": () => ({ form: {}, names: {} }),
  "connect outside": () => ({ form: {}, names: {} }),
  "disconnect outside": () => ({ form: {}, names: {} }),
  "accept place": () => ({ form: { place: vidzeme.id }, names: {} }),
  "end session": () => ({ form: { session: "others" }, names: {} }),
  "sign out": () => ({ form: {}, names: {} }),
  "answer invitation": () => ({ form: { says: "joined" }, names: { invitation: things.openInvitation } }),
  "leave programme": () => ({ form: {}, names: { invitation: things.joinedProgramme } }),
  // A programme's own deeds: here, at a provider, nobody finds them; who works in a programme has a matrix of their own.
  "invite provider": () => ({ form: {}, names: {} }),
  "invite partner": () => ({ form: {}, names: {} }),
  "suspend partner": () => ({ form: {}, names: {} }),
  "restore partner": () => ({ form: {}, names: {} }),
  "save comparison": () => ({ form: {}, names: {} }),
  "forget comparison": () => ({ form: {}, names: {} }),
  "invite member": () => ({ form: { name: "Kristīne", email: `${randomUUID()}@example.org`, reads: "lv", staff: "yes" }, names: { id: things.newMember } }),
  "invite again": () => ({ form: {}, names: { member: things.invitedMember } }),
  "change roles": () => ({ form: { leader: "yes" }, names: { member: things.joinedMember } }),
  "suspend member": () => ({ form: {}, names: { member: things.joinedMember } }),
  "restore member": () => ({ form: {}, names: { member: things.suspendedMember } }),
  "change doorplate": () => ({ form: { name: "Vidzeme", speaks: "lv", timeZone: "Europe/Riga", region: "LV00C" }, names: {} }),
  "make network": () => ({ form: { ...card, ...texts, name: `Village ${randomUUID()}` }, names: { id: things.newNetwork, contact: things.joinedMember } }),
  "change network": () => ({ form: { ...card, version: "1" }, names: { network: things.untouchedNetwork, contact: things.joinedMember } }),
  "write network texts": () => ({ form: { ...texts, speaks: "lv", version: "0" }, names: { network: things.untouchedNetwork } }),
  "replace code": () => ({ form: { id: randomUUID() }, names: { network: things.untouchedNetwork } }),
  "adopt idea": () => ({ form: projectWords, names: { id: things.newProject, idea: things.adoptableIdea, group: things.activeGroup } }),
  "begin project": () => ({ form: { ...projectWords, withoutIdea: "It began by itself." }, names: { id: things.newProject, network: things.network, group: things.activeGroup } }),
  "change project": () => ({ form: { ...projectWords, version: "1" }, names: { project: things.runningProject, group: things.activeGroup } }),
  "name person": () => ({ form: { role: "facilitator" }, names: { id: things.newProjectPerson, project: things.runningProject, member: things.member } }),
  "end role": () => ({ form: {}, names: { person: things.projectPerson } }),
  "start project": () => ({ form: {}, names: { id: things.newStep, project: things.formingProject } }),
  "pause project": () => ({ form: { why: "Winter." }, names: { id: things.newStep, project: things.runningProject } }),
  "resume project": () => ({ form: {}, names: { id: things.newStep, project: things.pausedProject } }),
  "close project": () => ({ form: closing, names: { id: things.newStep, project: things.runningProject } }),
  "stop project": () => ({ form: { why: "Nobody came." }, names: { id: things.newStep, project: things.runningProject } }),
  "reopen project": () => ({ form: { why: "They want it." }, names: { id: things.newStep, project: things.closedProject } }),
  "log activity": () => ({ form: entryWords, names: { id: things.newActivity, project: things.runningProject } }),
  "change activity": () => ({ form: { ...entryWords, version: "1" }, names: { activity: things.loggedActivity } }),
  "take back activity": () => ({ form: {}, names: { activity: things.loggedActivity } }),
  "put back activity": () => ({ form: {}, names: { activity: things.activityTakenBack } }),
  "share figures": () => ({ form: { read: "yes", textVersion: "1" }, names: {} }),
  "stop sharing": () => ({ form: {}, names: {} }),
  "come in": () => ({ form: {}, names: { cast: things.castMember } }),
};
