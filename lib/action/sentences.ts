import "server-only";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { dayAndTime } from "#lib/language/moments.ts";
import type { Outcome, Typed } from "./outcome.ts";
import type { Refusal } from "./refusal.ts";

/** Each wrong field with its sentence in the reader's language; the first thing wrong of each. */
export async function fieldSentences(error: z.ZodError, language: string): Promise<Record<string, string>> {
  const t = await getTranslations({ locale: language, namespace: "fields" });
  const sentences: Record<string, string> = {};
  for (const issue of error.issues) sentences[issue.path.join(".")] ??= t.has(issue.message as never) ? t(issue.message as never) : t("strange");
  return sentences;
}

/** A refusal as an answer: its sentence, somebody else's text where there is one, and everything that was typed. */
export async function refusalAnswer(refusal: Refusal, { language, typed }: { language: string; typed: Typed }, timeZone = "Etc/UTC"): Promise<Outcome> {
  const t = await getTranslations({ locale: language, namespace: "refusals" });
  const { words, theirs, field, way } = refusal.given;
  const sentence = t(refusal.key as never, words as never);
  if (field) return { ok: false, typed, fields: { [field]: sentence } };
  const answer = { ok: false as const, typed, refusal: sentence };
  if (way) return { ...answer, way: { href: `/${language}/account/${way}`, label: (await getTranslations({ locale: language }))(`ways.${way}`) } };
  if (!theirs) return answer;
  return { ...answer, theirs: { ...theirs, at: dayAndTime(language, theirs.at, timeZone) } };
}
