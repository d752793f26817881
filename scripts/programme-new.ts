/** Makes a programme with its first manager, and sends the invitation. `npm run programme:new -- --name … --manager jonas@…` */
import { randomUUID } from "node:crypto";
import type pg from "pg";
import { freeSlug } from "#lib/data/slugs.ts";
import { loadEnvironment } from "./environment.ts";
import { Failure } from "./failures.ts";
import { asOwner, enrol, firstPerson, inviteFirst, named, post, wordsIn, type First, type Post } from "./new-place.ts";
import { run } from "./run.ts";

const usage = 'npm run programme:new -- --name "Baltic partnership" --manager jonas@example.org [--manager-name Jonas] [--language en]';

type New = { name: string; slug: string; manager: First };
export type Made = New & { again: boolean; invited: boolean };

/** Makes what the words say and mails the first invitation; the same words again make nothing twice, and invite again who has not come in. */
export async function programmeNew(said: string[], way: Post, ownerUrl?: string): Promise<Made> {
  const words = wordsIn(["name", "manager", "manager-name", "language"] as const, said, usage);
  const wanted = { ...named(words.name, usage), manager: firstPerson("manager", words.manager, words["manager-name"], words.language ?? "en", usage) };
  const { slug, again, joined } = await asOwner(async (client) => (await alreadyThere(client, wanted)) ?? { slug: await make(client, wanted), again: false, joined: false }, ownerUrl);
  if (!joined) await inviteFirst(wanted.manager, wanted.name, way);
  return { ...wanted, slug, again, invited: !joined };
}

async function alreadyThere(client: pg.Client, { name, manager }: New): Promise<{ slug: string; again: true; joined: boolean } | undefined> {
  const { rows: [found] } = await client.query<{ id: string; slug: string }>("select id, slug from programmes where lower(name) = lower($1)", [name]);
  if (!found) return undefined;
  const { rows: [known] } = await client.query<{ joined: boolean }>(
    `select joined_at is not null as joined from auth.memberships m join auth.persons p on p.id = m.person_id where programme_id = $1 and role = 'manager' and email = $2`, [found.id, manager.email]);
  if (!known) throw new Failure(`There is a programme called “${name}” already (/programme/${found.slug}), with another manager. Nothing was made.`, "Choose another name, or let its manager invite you.");
  return { slug: found.slug, again: true, joined: known.joined };
}

async function make(client: pg.Client, { name, slug: wish, manager }: New): Promise<string> {
  const { rows: taken } = await client.query<{ slug: string }>("select slug from programmes where slug like $1", [`${wish}%`]);
  const [id, memberId, slug] = [randomUUID(), randomUUID(), freeSlug(wish, taken.map((one) => one.slug))];
  await client.query("insert into programmes (id, slug, name) values ($1, $2, $3)", [id, slug, name]);
  await client.query("select set_config('app.programme_id', $1, true)", [id]); // the owner's rows are guarded too
  await client.query("insert into programme_members (id, name, email) values ($1, $2, $3)", [memberId, manager.name, manager.email]);
  await enrol(client, manager, { programmeId: id, memberId, roles: ["manager"] });
  return slug;
}

if (import.meta.main) {
  await run(async () => {
    loadEnvironment();
    const way = post();
    const { name, slug, manager, again, invited } = await programmeNew(process.argv.slice(2), way);
    console.log(again ? `${name} was there already; nothing was made.` : `${name} is made, with ${manager.name} as its manager.`);
    console.log(`  ${way.APP_ORIGIN}/${manager.language}/programme/${slug}`);
    console.log(`→ ${invited ? `An invitation is on its way to ${manager.email}.` : `${manager.name} has come in already and gets no letter.`} After signing in at ${way.APP_ORIGIN}/${manager.language}/sign-in: invite providers and partners on the programme's page.`);
  });
}
