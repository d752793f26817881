import { createHmac } from "node:crypto";
import de from "./ticket-words/de.json" with { type: "json" };
import en from "./ticket-words/en.json" with { type: "json" };
import lv from "./ticket-words/lv.json" with { type: "json" };

/** Concrete nouns that can be said on the phone: at least 1,024 a language, so three of them and two digits are 36 bits. */
export const ticketNouns: Record<string, readonly string[]> = { en, de, lv };

/** Hours in which the same visitor may see the words again; afterwards only who kept them knows them. */
export const wordsShownHours = 24;

type Subject = { providerId: string; ideaId: string; attempt: number; language: string };

/** The words of a ticket, like `river chair lamp 42`: made again from the key each time, stored nowhere. */
export function ticketWords({ providerId, ideaId, attempt, language }: Subject, key: string): string[] {
  const nouns = ticketNouns[language] ?? en;
  const digest = createHmac("sha256", key).update(`words ${providerId} ${ideaId} ${attempt} ${language}`).digest();
  const words = [0, 4, 8].map((at) => nouns[digest.readUInt32BE(at) % nouns.length] ?? "");
  return [...words, String(digest.readUInt32BE(12) % 100).padStart(2, "0")];
}

/** What is stored of a ticket: a keyed hash of its words, apart for each provider. */
export function ticketHash(providerId: string, words: string, key: string): Buffer {
  return createHmac("sha256", key).update(`ticket ${providerId} ${fold(words)}`).digest();
}

/** Words as any phone may type them: without case, accents, signs between; `Mühle`, `Muehle` and `MUHLE` are one. */
export function fold(words: string): string {
  const plain = words.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/ß/g, "ss").replace(/([aou])e/g, "$1");
  return (plain.match(/\p{L}+|\d+/gu) ?? []).join(" ");
}
