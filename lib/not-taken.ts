/** What our own server says where the framework would only give a number: in words, and with what was typed, so that nothing is lost. */
import { createHash } from "node:crypto";
import de from "#messages/de.json" with { type: "json" };
import en from "#messages/en.json" with { type: "json" };
import lv from "#messages/lv.json" with { type: "json" };
import { closedPolicy } from "./headers.ts";
import { isLanguage, type Language } from "./language/languages.ts";

/** `large`: more than anybody types. `busy`: more is arriving than we can hold. `renewed`: the page is of a former build and names a deed that is no more. */
export type NotTaken = "large" | "busy" | "renewed";

const catalogues = { en, de, lv } as const;
type Word = `notTaken.${keyof typeof en.notTaken}`;

/** The reader's language: the address's, else the first that the browser asks for and we know. */
export function languageOf(path: string, accepted = ""): Language {
  const named = path.split("/")[1];
  if (isLanguage(named)) return named;
  return accepted.slice(0, 200).split(",").map((part) => part.trim().slice(0, 2).toLowerCase()).find(isLanguage) ?? "en";
}

const stillHere = { large: "notTaken.shorten", busy: "notTaken.press", renewed: "notTaken.copy" } as const;
// Without script: what was sent stands on the page, or its browser still holds it.
const toTake = { large: "notTaken.copyShorter", busy: "notTaken.sendAgain", renewed: "notTaken.copy" } as const;

/** One sentence or two, for a form that is still on the screen. */
export function sentenceOf(why: NotTaken, language: Language): string {
  const say = sayer(language);
  return `${say(`notTaken.${why}`)} ${say(stillHere[why])}`;
}

const look = `:root{color-scheme:light dark}body{max-width:38rem;margin:0 auto;padding:2rem 1rem;font:1.125rem/1.55 system-ui,sans-serif}h1{font-size:1.6rem;line-height:1.25}textarea{box-sizing:border-box;width:100%;font:inherit;padding:.75rem}`;

/** The only thing this page may use is its own style. */
export const notTakenPolicy = `${closedPolicy}; style-src 'sha256-${createHash("sha256").update(look).digest("base64")}'`;

/** A whole page for a browser without script, with the texts that came: going back would show an empty form. */
export function notTakenPage(why: NotTaken, language: Language, texts: readonly string[] = []): string {
  const say = sayer(language);
  const way = texts.length === 0 && why !== "busy" ? "" : say(toTake[why]);
  const yours = texts.map((text) => `<p><textarea readonly rows="6" aria-label="${plain(say("notTaken.yours"))}">\n${plain(text)}</textarea></p>`).join("");
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${plain(say("notTaken.title"))} · Sempre</title><style>${look}</style></head>`
    + `<body><main><h1>${plain(say("notTaken.title"))}</h1><p>${plain(`${say(`notTaken.${why}`)} ${way}`)}</p>${why === "busy" ? "" : `<p>${plain(say("notTaken.back"))}</p>`}${yours && `<h2>${plain(say("notTaken.yours"))}</h2>${yours}`}</main></body></html>\n`;
}

function sayer(language: Language): (word: Word) => string {
  const { notTaken } = catalogues[language];
  return (word) => notTaken[word.slice("notTaken.".length) as keyof typeof notTaken];
}

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const plain = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? "");
