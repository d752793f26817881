import { NextResponse } from "next/server";
import { deeds } from "#lib/action/action.ts";
import type { Ability } from "#lib/access/abilities.ts";
import "#lib/groups/actions.ts";
import "#lib/ideas/actions.ts";
import "#lib/networks/actions.ts";
import "#lib/people/actions.ts";

/** Every deed at an address that survives a build: the same guards, JSON or a form in, JSON out. */
export async function POST(request: Request, { params }: RouteContext<"/api/deeds/[deed]">) {
  const made = deeds.get((await params).deed.replaceAll("-", " ") as Ability);
  const form = made && (await formOf(request));
  if (!form) return answer({ ok: false, refusal: "not found" }, made ? 400 : 404);
  const { outcome, goTo } = await made.perform(form, "api");
  return answer({ ...outcome, goTo }, outcome.ok ? 200 : 422);
}

function answer(body: object, status: number) {
  return NextResponse.json(body, { status, headers: { "Cache-Control": "private, no-store" } });
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
