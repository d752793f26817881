import "server-only";
import { notFound } from "next/navigation";
import type { Ability } from "#lib/access/abilities.ts";
import type { Actor } from "#lib/access/actor.ts";
import { enter } from "#lib/access/enter.ts";
import { within, type Db } from "#lib/data/within.ts";

type Context = { params: Promise<Record<string, string | string[] | undefined>> };
type Read = (given: { db: Db; actor: Actor; params: Record<string, string>; request: Request }) => Promise<Response>;

/** The twin of `action` for downloads: enter, read in one transaction, answer. The address carries [provider]. */
export function route(ability: Ability, read: Read): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    const params = Object.fromEntries(Object.entries(await context.params).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
    if (!params.provider) notFound();
    const actor = await enter(params.provider, ability);
    return within(actor, (db) => read({ db, actor, params, request }));
  };
}
