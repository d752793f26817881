import { NextResponse } from "next/server";
import { deeds } from "#lib/action/action.ts";
import type { Performed } from "#lib/action/deed.ts";
import type { Ability } from "#lib/access/abilities.ts";
import { env } from "#lib/env.ts";
import "#lib/groups/actions.ts";
import "#lib/ideas/actions.ts";
import "#lib/networks/actions.ts";
import "#lib/people/actions.ts";

/** Every deed at an address that survives a build: the same guards; JSON or a form in, JSON out, or on to the next page for a browser's form. */
export async function POST(request: Request, { params }: RouteContext<"/api/deeds/[deed]">) {
  const name = (await params).deed.replaceAll("-", " ");
  const made = deeds.get(name as Ability);
  const form = made && (await formOf(request));
  if (!form) return answer({ outcome: { ok: false, typed: {}, refusal: "not found" } }, made ? 400 : 404);
  const performed = await made.perform(form, "api");
  if (request.headers.get("accept")?.includes("text/html")) return goOn(request, performed, name === "finish and clear");
  return answer(performed, performed.outcome.ok ? 200 : 422);
}

function answer({ outcome, goTo }: Performed, status: number) {
  return NextResponse.json({ ...outcome, goTo }, { status, headers: noStore });
}

const noStore = { "Cache-Control": "private, no-store" };

// A browser without our script. What ends a visit also empties what the browser kept of it: pages behind "back" and texts in the tab.
function goOn(request: Request, { outcome, goTo }: Performed, clears: boolean) {
  const back = request.headers.get("referer") ?? "/";
  const address = new URL(outcome.ok ? (goTo ?? back) : back, env().APP_ORIGIN);
  const headers = { ...noStore, Location: address.origin === env().APP_ORIGIN ? address.href : env().APP_ORIGIN, ...(clears && outcome.ok && { "Clear-Site-Data": '"cache", "storage"' }) };
  return new NextResponse(null, { status: 303, headers });
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
