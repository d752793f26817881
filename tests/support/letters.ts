/** Letters as somebody of the tests finds them: asked for, sent by the job, read from the folder. */
import { expect } from "vitest";
import { letterDigits, letterKey } from "#lib/access/letter.ts";
import { askLetter } from "#lib/people/actions.ts";
import { sendWayIn } from "#lib/people/signing-in-letter.ts";
import { laidLetters } from "#lib/mail/mail.ts";
import { visitor, type Person, type World } from "./people.ts";

export type Letter = { id: string; link: string; digits: string; text: string };

/** Somebody asks for a letter to this address; the answer is always the same. */
export async function asking(email: string, person: Person = visitor()): Promise<Person> {
  expect(await person.does(askLetter, { email })).toEqual({ goTo: `/${person.browser.language}/sign-in/letter?sent=1` });
  return person;
}

/** Asks, lets the job do its work and reads the newest letter. */
export async function letterTo(world: World, email: string, person: Person = visitor()): Promise<{ person: Person; letter: Letter }> {
  await asking(email, person);
  const [asked] = await world.rows<{ id: string }>(null, "select id from auth.sign_ins order by created_at desc, ctid desc limit 1");
  const id = String(asked?.id);
  await sendWayIn(id);
  const text = (await laidLetters())[0]?.text ?? "";
  expect(text).toContain(letterKey(id));
  return { person, letter: { id, link: letterKey(id), digits: letterDigits(id), text } };
}

/** Sets the clock of the tests' own database forward for a while. */
export async function later<T>(world: World, minutes: number, work: () => Promise<T>): Promise<T> {
  const clock = (forward: number) => world.rows(null, `create or replace function moment() returns timestamptz language sql stable parallel safe as $$ select date_trunc('milliseconds', now() + make_interval(mins => ${forward})) $$`);
  await clock(minutes);
  try {
    return await work();
  } finally {
    await clock(0);
  }
}
