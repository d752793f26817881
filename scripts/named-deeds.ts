/** Which deed a form names, as the framework writes it into its pages; a page of a former build may name one that is no more. */
import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import path from "node:path";
import { clone } from "./environment.ts";

type Manifest = { node: Record<string, unknown> };
const kept: { ids?: Set<string> } = {};

// Read at the first question: a build lies there by then.
function known(): Set<string> {
  const file = path.join(clone, ".next", "server", "server-reference-manifest.json");
  return (kept.ids ??= new Set(existsSync(file) ? Object.keys((JSON.parse(readFileSync(file, "utf8")) as Manifest).node) : []));
}

/** `deed`: a deed there is. `former`: one that is no more, with the texts that came for it. `none`: no form of ours. */
type Named = { kind: "deed" | "none" } | { kind: "former"; texts: string[] };

/** What a page's form names; with script the deed stands in a header, without it among the fields. */
export async function namedBy({ headers }: IncomingMessage, body: Buffer): Promise<Named> {
  const called = headers["next-action"];
  if (typeof called === "string") return !isId(called) ? { kind: "none" } : known().has(called) ? { kind: "deed" } : { kind: "former", texts: [] };
  const form = await formIn(headers["content-type"] ?? "", body);
  const ids = form ? idsIn(form) : [];
  if (!form || ids.length === 0 || !ids.every(isId)) return { kind: "none" };
  return ids.every((id) => known().has(id)) ? { kind: "deed" } : { kind: "former", texts: wordsIn(form) };
}

/** What somebody wrote into a form that goes no further. */
export async function textsIn({ headers }: IncomingMessage, body: Buffer): Promise<string[]> {
  const form = await formIn(headers["content-type"] ?? "", body);
  return form ? wordsIn(form) : [];
}

const isId = (text: string) => /^[0-9a-f]{42}$/.test(text);

async function formIn(type: string, body: Buffer): Promise<FormData | undefined> {
  if (!type.startsWith("multipart/form-data")) return undefined;
  try {
    return await new Response(new Uint8Array(body), { headers: { "Content-Type": type } }).formData();
  } catch {
    return undefined;
  }
}

// `$ACTION_ID_<id>`, or `$ACTION_REF_1` with `$ACTION_1:0` saying {"id": …}.
function idsIn(form: FormData): string[] {
  return [...form.keys()].flatMap((name) => {
    if (name.startsWith("$ACTION_ID_")) return [name.slice("$ACTION_ID_".length)];
    return name.startsWith("$ACTION_REF_") ? [idOf(form.get(`$ACTION_${name.slice("$ACTION_REF_".length)}:0`))] : [];
  });
}

function idOf(reference: FormDataEntryValue | null): string {
  try {
    return String((JSON.parse(String(reference)) as { id?: unknown }).id);
  } catch {
    return "";
  }
}

// Not what the page sent along: several words, or one that is long and no id.
function wordsIn(form: FormData): string[] {
  return [...form].flatMap(([name, value]) => (typeof value === "string" && !name.startsWith("$") && /\S\s+\S|^(?![0-9a-f-]{36}$)\S{25,}$/.test(value) ? [value] : []));
}
