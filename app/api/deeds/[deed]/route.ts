import { NextResponse } from "next/server";
import { deeds } from "#lib/action/action.ts";
import type { Performed } from "#lib/action/deed.ts";
import type { Ability } from "#lib/access/abilities.ts";
import { takeCookie } from "#lib/access/session.ts";
import { slugShape } from "#lib/data/shapes.ts";
import { env } from "#lib/env.ts";
import { contentLanguage } from "#lib/language/languages.ts";
import "#lib/figures/actions.ts";
import "#lib/diary/actions.ts";
import "#lib/groups/actions.ts";
import "#lib/ideas/actions.ts";
import "#lib/networks/actions.ts";
import "#lib/people/actions.ts";
import "#lib/projects/actions.ts";
import "#lib/providers/actions.ts";
import "#lib/programmes/actions.ts";

/** Every deed at an address that survives a build: the same guards; JSON or a form in, JSON out, or on to the next page for a browser's form. */
export async function POST(request: Request, { params }: RouteContext<"/api/deeds/[deed]">) {
  const name = (await params).deed.replaceAll("-", " ");
  const made = deeds.get(name as Ability);
  const form = made && (await formOf(request));
  if (!form) return answer({ outcome: { ok: false, typed: {}, refusal: "not found" } }, made ? 400 : 404);
  const performed = await made.perform(form, "api");
  if (name === "finish and clear") return forgotten(form);
  if (name === "sign out") return forgotten(form, "/sign-in");
  if (request.headers.get("accept")?.includes("text/html")) return onTo(performed.outcome.ok ? (performed.goTo ?? "/") : "/");
  return answer(performed, performed.outcome.ok ? 200 : 422);
}

const noStore = { "Cache-Control": "private, no-store" };

function answer({ outcome, goTo }: Performed, status: number) {
  return NextResponse.json({ ...outcome, goTo }, { status, headers: noStore });
}

function onTo(path: string, headers: Record<string, string> = {}) {
  return new NextResponse(null, { status: 303, headers: { ...noStore, ...headers, Location: new URL(path, env().APP_ORIGIN).href } });
}

// The device forgets whatever happens, also while the database is away: without its cookie nobody can go on with the session
// that may still lie there. The pages behind "back" and the texts in the tab go as well.
async function forgotten(form: FormData, otherwise?: string) {
  await takeCookie();
  const [language, provider] = [String(form.get("language")), String(form.get("provider") ?? "")];
  const home = slugShape.test(provider) ? `/${contentLanguage(language)}/at/${provider}?cleared=1` : otherwise ? `/${contentLanguage(language)}${otherwise}` : "/";
  return onTo(home, { "Clear-Site-Data": '"cache", "storage"' });
}

const largest = 1_048_576;

// Only flat words: what is not a text in JSON, and what is a file in a form, is no part of a deed.
async function formOf(request: Request): Promise<FormData | undefined> {
  if (Number(request.headers.get("content-length") ?? largest) >= largest) return undefined;
  try {
    if (!request.headers.get("content-type")?.startsWith("application/json")) return await request.formData();
    const form = new FormData();
    for (const [name, value] of Object.entries((await request.json()) as object)) if (typeof value === "string") form.append(name, value);
    return form;
  } catch {
    return undefined;
  }
}
