import "server-only";
import { notFound } from "next/navigation";
import type { z } from "zod";
import { may, wantsProof, type Ability } from "#lib/access/abilities.ts";
import { beginSession, noteRefusal } from "#lib/access/accounts.ts";
import { callerAddress, isOwnOrigin } from "#lib/access/address.ts";
import type { Actor, Door } from "#lib/access/actor.ts";
import { callerDevice } from "#lib/access/device.ts";
import { whoEnters } from "#lib/access/enter.ts";
import { isFresh, isFreshHere } from "#lib/access/proof.ts";
import { giveCookie, memberSeconds, newSecret } from "#lib/access/session.ts";
import { newVisit } from "#lib/access/visit.ts";
import { sayBegun } from "#lib/answer-status.ts";
import { isLostConnection } from "#lib/data/lost.ts";
import { speakable } from "#lib/language/languages.ts";
import { carryOut } from "./carry-out.ts";
import type { Deed, Handed, Performed, Session } from "./deed.ts";
import { counted } from "./limit.ts";
import type { Typed } from "./outcome.ts";
import { Refusal } from "./refusal.ts";
import { fieldSentences, refusalAnswer } from "./sentences.ts";
import { telling } from "./telling.ts";

/** Carries a form through every guard in order; `origin` is where it came in. Not found and bugs are thrown, every other no is an answer. */
export async function perform<Input extends z.ZodType>(ability: Ability, deed: Deed<Input>, form: FormData, origin: "web" | "api"): Promise<Performed> {
  sayBegun();
  const { typed, provider = "", programme = "", language } = claimsOf(form);
  const call = { ability, language, typed };
  const tell = await telling(ability);
  try {
    if (!(await isOwnOrigin())) await refuse(null, ability, "foreign origin");
    const door = deed.in ?? "provider";
    const actor = door === "door" ? undefined : await admitted(door, door === "provider" ? provider : programme, ability);
    const answer = await answered(deed, actor, call, origin);
    tell.answered(answer.outcome, actor?.place.id);
    return answer;
  } catch (error) {
    tell.thrown(error);
    if (!isLostConnection(error)) throw error;
    return { outcome: await refusalAnswer(new Refusal("tryAgain"), call) };
  }
}

type Call = { ability: Ability; language: string; typed: Typed };

async function answered<Input extends z.ZodType>(deed: Deed<Input>, actor: Actor | undefined, call: Call, origin: "web" | "api"): Promise<Performed> {
  const { ability, language, typed } = call;
  const parsed = deed.input.safeParse(typed);
  if (!parsed.success) return { outcome: { ok: false, typed, fields: await fieldSentences(parsed.error, language) } };
  if (wantsProof(ability) && !(actor ? isFresh(actor) : await isFreshHere())) return { outcome: await refusalAnswer(new Refusal("proveFirst", { way: "prove" }), call) };
  // Only what could be done counts, by the network that was really named.
  const count = await counted(deed.limit ?? { actor: 120 }, { deed: ability, actor, network: typed.network, address: await callerAddress() });
  if (!count.allowed) {
    await noteRefusal({ placeId: actor?.place.id ?? null, ability, kind: "too often" });
    return { outcome: await refusalAnswer(new Refusal("tooOften"), call) };
  }
  try {
    if (deed.in === "door") return await atTheDoor(await deed.do({ input: parsed.data, language }), language);
    if (!actor) notFound();
    const performed = await carryOut(ability, deed, { actor, input: parsed.data, language, origin });
    await count.hit();
    return performed;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await count.missed();
    return { outcome: await refusalAnswer(error, call, actor?.place.timeZone) };
  }
}

async function admitted(door: Door, slug: string, ability: Ability): Promise<Actor> {
  const actor = await whoEnters(door, slug);
  if (!actor) return refuse(null, ability, "unknown place");
  return may(actor, ability) ? actor : refuse(actor.place.id, ability, "not allowed");
}

async function refuse(placeId: string | null, ability: Ability, kind: "foreign origin" | "unknown place" | "not allowed"): Promise<never> {
  await noteRefusal({ placeId, ability, kind });
  notFound();
}

// Everything in a form is a claim; React's own fields are no words of a person.
function claimsOf(form: FormData): { typed: Typed; provider?: string; programme?: string; language: string } {
  const typed: Typed = {};
  for (const [name, value] of form) if (typeof value === "string" && !name.startsWith("$")) typed[name] = value;
  const { provider, programme, language = "" } = typed;
  return { typed, provider, programme, language: speakable().includes(language) ? language : "en" };
}

async function atTheDoor(done: Session | Handed, language: string): Promise<Performed> {
  if (done.hands !== undefined) return { outcome: { ok: true, subject: "", handed: done.hands } };
  return { outcome: { ok: true, subject: "" }, goTo: `/${language}${await letIn(done)}` };
}

async function letIn(session: Session): Promise<string> {
  if (session.participantId) {
    await (await newVisit(session.providerId, session.participantId)).keep();
  } else if (session.personId) {
    const { secret, hash } = newSecret();
    await beginSession({ hash, personId: session.personId, device: await callerDevice(), seconds: memberSeconds });
    await giveCookie(secret, memberSeconds);
  }
  return session.goTo;
}
