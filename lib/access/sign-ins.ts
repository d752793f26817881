import "server-only";
import { askAccounts } from "./accounts.ts";
import { active, begunValues, opening, type Begun } from "./coming-in.ts";
import { letterSeconds, mostTries } from "./letter.ts";

// Who knows an address can ask for letters to it and guess: after so many wrong digits in a day digits count only beside
// the link, which nobody guesses. So nobody keeps somebody else out.
const mostWrongInADay = 30;
const guessable = `(select coalesce(sum(o.tries), 0) from auth.sign_ins o where o.person_id = s.person_id and o.created_at > moment() - interval '1 day') < ${mostWrongInADay}`;
const alive = `used_at is null and expires_at > moment() and tries < ${mostTries}`;

/** Writes down that somebody asks for a letter. Where the address is nobody's, or nobody's any more, the row is the same but for the person. */
export async function askForLetter(asked: { id: string; email: string; browser: Buffer; language: string }): Promise<void> {
  await askAccounts(
    `insert into auth.sign_ins (id, person_id, browser_hash, language, expires_at)
     values ($1, (select id from auth.persons person where email = $2 and ${active}), $3, $4, moment() + make_interval(secs => $5))`,
    [asked.id, asked.email, asked.browser, asked.language, letterSeconds],
  );
}

/** To whom the letter goes; null where it goes to nobody or came too late. */
export async function receiverOf(id: string): Promise<{ name: string; email: string; language: string } | null> {
  const [receiver] = await askAccounts<{ name: string; email: string; language: string }>(
    `select person.name, person.email, s.language from auth.sign_ins s join auth.persons person on person.id = s.person_id where s.id = $1 and ${alive} and ${active}`,
    [id],
  );
  return receiver ?? null;
}

/** Does this letter still work, and was it asked for by this browser? Only looks. */
export async function lookAtLetter(id: string, browser: Buffer | null): Promise<"over" | "here" | "elsewhere"> {
  const [letter] = await askAccounts<{ here: boolean | null }>(`select browser_hash = $2 as here from auth.sign_ins where id = $1 and ${alive}`, [id, browser]);
  return letter ? (letter.here ? "here" : "elsewhere") : "over";
}

/** The letter that this browser asked for last, while it works. */
export async function letterAskedBy(browser: Buffer): Promise<string | null> {
  const [letter] = await askAccounts<{ id: string }>(`select id from auth.sign_ins where browser_hash = $1 and ${alive} order by created_at desc, id limit 1`, [browser]);
  return letter?.id ?? null;
}

/** What somebody brings: two of three are enough. `digits`: right, wrong, or none typed. */
export type Brought = { id: string; link: boolean; browser: Buffer | null; digits: "right" | "wrong" | "none" };

/**
 * Uses a letter up and begins the session, in one statement: of twenty at once the row's lock lets one through. Answers the
 * person; "wrong" where it was not enough; "over" where the letter works no more.
 */
export async function redeem({ id, link, browser, digits }: Brought, session: Begun): Promise<{ personId: string; email: string } | "wrong" | "over"> {
  const [answer] = await askAccounts<{ there: boolean; person: string | null; email: string }>(
    `with letter as (
       update auth.sign_ins s set
         used_at = case when person_id is not null and ($7::boolean::int + ($8 and ($7 or ${guessable}))::int + (browser_hash is not distinct from $9)::int) >= 2 then moment() end,
         tries = tries + $10::boolean::int
       where id = $6 and ${alive} returning person_id, used_at),
     proved as (select person_id from letter where used_at is not null),
     ${opening}
     select exists (select from letter) as there, (select person_id from opened) as person, (select email from auth.persons where id = (select person_id from opened)) as email`,
    [...begunValues(session), id, link, digits === "right", browser, digits === "wrong"],
  );
  if (answer?.person) return { personId: answer.person, email: answer.email };
  return answer?.there ? "wrong" : "over";
}
