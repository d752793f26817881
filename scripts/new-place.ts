/** What provider:new and programme:new share: their words, the person who comes first, the letter. */
import { parseArgs } from "node:util";
import pg from "pg";
import { emailAddress } from "#lib/access/email.ts";
import { slugOf } from "#lib/data/slugs.ts";
import { languages, type Language } from "#lib/language/languages.ts";
import { deliver, type Way } from "#lib/mail/deliver.ts";
import { invitationLetter } from "#lib/people/invitation.ts";
import { Failure } from "./failures.ts";

/** The words behind the command, each `--name value`; an unknown one, or one said without its value, is told in one sentence. */
export function wordsIn<Name extends string>(names: readonly Name[], said: string[], usage: string): Partial<Record<Name, string>> {
  try {
    const { values } = parseArgs({ args: said, options: Object.fromEntries(names.map((name) => [name, { type: "string" as const }])), strict: true });
    return values as Partial<Record<Name, string>>;
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message.split(". ")[0] + "." : String(error), usage);
  }
}

/** A name and its address part, or what is wrong with it. */
export function named(name: string | undefined, usage: string): { name: string; slug: string } {
  const clean = name?.normalize("NFC").replace(/\s+/g, " ").trim();
  if (!clean) throw new Failure("--name is missing: what people call it.", usage);
  if (clean.length > 120) throw new Failure("The name is longer than 120 signs.", usage);
  const slug = slugOf(clean);
  if (!slug) throw new Failure(`“${clean}” has no letter or digit that can stand in an address.`, "Write the name in Latin letters; it can be changed in the settings afterwards.");
  return { name: clean, slug };
}

export type First = { email: string; name: string; language: Language };

/** Who comes first: the address as it will be kept, a name (else the part before the @), the language of the letter. */
export function firstPerson(option: string, email: string | undefined, name: string | undefined, language: string, usage: string): First {
  if (!email) throw new Failure(`--${option} is missing: the e-mail address of who comes first.`, usage);
  const parsed = emailAddress.safeParse(email);
  if (!parsed.success) throw new Failure(`“${email}” is no e-mail address.`, usage);
  const known = languages.find((one) => one === language);
  if (!known) throw new Failure(`“${language}” is no language of the product: it is one of ${languages.join(", ")}.`, usage);
  return { email: parsed.data, name: name?.replace(/\s+/g, " ").trim().slice(0, 80) || (parsed.data.split("@")[0] ?? ""), language: known };
}

export type Post = Way & { APP_ORIGIN: string };

/** How the letter goes out; asked before anything is made. */
export function post(source: Record<string, string | undefined> = process.env): Post {
  const { APP_ORIGIN, SMTP_URL, MAIL_FROM, MAIL_FOLDER } = source;
  if (!APP_ORIGIN) throw new Failure("APP_ORIGIN is missing: the product's own address, which the letter tells.", "Set it as for the running product, like https://sempre.example.");
  if (!MAIL_FOLDER && !(SMTP_URL && MAIL_FROM)) throw new Failure("There is no way for the letter: SMTP_URL and MAIL_FROM are not both set.", "Set them as for the running product, or MAIL_FOLDER to a folder where letters are laid.");
  return { APP_ORIGIN, SMTP_URL: SMTP_URL || undefined, MAIL_FROM: MAIL_FROM || undefined, MAIL_FOLDER: MAIL_FOLDER || undefined };
}

/** Works as the database's owner in one transaction; of two that come at once the second waits. */
export async function asOwner<T>(work: (client: pg.Client) => Promise<T>, ownerUrl = process.env.DATABASE_OWNER_URL): Promise<T> {
  if (!ownerUrl) throw new Failure("DATABASE_OWNER_URL is missing: the address of the database as its owner.", "Set it, like postgres://owner:password@host:5432/sempre.");
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000, application_name: "sempre new" });
  client.on("error", () => {}); // a connection cut in mid-query also fails that query, which says so
  await client.connect();
  try {
    const { rows: [ready] } = await client.query<{ there: boolean }>("select to_regclass('auth.sign_ins') is not null as there");
    if (!ready?.there) throw new Failure("The database is not up to date.", "Run npm run db:migrate first.");
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(7364103)");
    const done = await work(client);
    await client.query("commit");
    return done;
  } finally {
    await client.end(); // without the commit nothing stays
  }
}

type Membership = { providerId?: string; programmeId?: string; memberId: string; roles: string[] };

/** Gives somebody roles at a place; an account that the address has already stays as it is. */
export async function enrol(client: pg.Client, { email, name, language }: First, { providerId, programmeId, memberId, roles }: Membership): Promise<void> {
  await client.query(
    `with person as (
       insert into auth.persons (id, name, email, language) values (gen_random_uuid(), $1, $2, $3) on conflict (email) do update set email = excluded.email returning id)
     insert into auth.memberships (id, person_id, provider_id, programme_id, member_id, role) select gen_random_uuid(), id, $4::uuid, $5::uuid, $6::uuid, role from person, unnest($7::text[]) role`,
    [name, email, language, providerId, programmeId, memberId, roles],
  );
}

/** Sends the first invitation. When that fails the place is there already, and the same command sends it again. */
export async function inviteFirst(person: First, place: string, { APP_ORIGIN, ...way }: Post): Promise<void> {
  try {
    await deliver(await invitationLetter({ ...person, place, origin: APP_ORIGIN }), way);
  } catch (error) {
    throw new Failure(`${place} is made, but the letter to ${person.email} could not be sent: ${error instanceof Error ? error.message : String(error)}.`, "Correct SMTP_URL and MAIL_FROM, then run the same command again: it makes nothing twice and sends the letter.", error);
  }
}
