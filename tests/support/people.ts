/** The people of the tests: everybody does their deeds through the real server actions, each from a browser of their own. */
import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { closeAccounts } from "#lib/access/accounts.ts";
import type { Outcome, ServerDeed } from "#lib/action/outcome.ts";
import { untouched } from "#lib/action/outcome.ts";
import { closeClient } from "#lib/data/client.ts";
import { comeIn } from "#lib/people/actions.ts";
import { seed } from "#prisma/seed.ts";
import { cast, world, type ProviderInWorld } from "#prisma/world.ts";
import { testDatabase, type TestDatabase } from "./database.ts";
import { calledFrom, NotFound, SentOn, type Browser } from "./doors.ts";

/** What a deed says to the person who did it: an outcome, another page, or that there is nothing here. */
export type Answer = Outcome | { goTo: string } | "not found";
export type Form = Record<string, string>;
export type Person = {
  browser: Browser;
  /** Sends a form to a deed. Place and language are filled in as every form of ours does it. */
  does: (deed: ServerDeed, form?: Form) => Promise<Answer>;
  /** Opens a page, or anything else that is read; "not found" where there is nothing for them. */
  sees: <Seen>(page: () => Promise<Seen>) => Promise<Seen | "not found">;
};

/** Somebody without a cookie who opened a provider's page. */
export function visitor(provider = "vidzeme"): Person {
  const browser: Browser = { language: "en", headers: { origin: String(process.env.APP_ORIGIN), "sec-fetch-site": "same-origin", "x-forwarded-for": "198.51.100.7" }, cookies: new Map() };
  return {
    browser,
    does: (deed, form = {}) => answered(browser, () => deed(untouched, formOf({ provider, language: browser.language, ...form }))),
    sees: async (page) => (await read(browser, page)) as Awaited<ReturnType<typeof page>> | "not found",
  };
}

/** Somebody of the cast, come in by the demonstration's door. */
export async function as(key: string): Promise<Person> {
  const known = cast.find((one) => one.key === key);
  if (!known) throw new Error(`nobody of the cast is called ${key}`);
  const person = visitor(known.provider?.slug);
  const answer = await person.does(comeIn, { cast: key });
  if (!isSentOn(answer)) throw new Error(`${key} could not come in: ${JSON.stringify(answer)}`);
  return person;
}

export const isSentOn = (answer: Answer): answer is { goTo: string } => typeof answer === "object" && "goTo" in answer;

/** A file's world: its database with both providers in it from the first test to the last, and the owner's connection. */
export function inTheWorld() {
  const stage: { database?: TestDatabase; owner?: pg.Client } = {};
  beforeAll(async () => {
    stage.database = await testDatabase();
    await seed(stage.database.ownerUrl, String(process.env.TICKET_KEY));
    stage.owner = new pg.Client({ connectionString: stage.database.ownerUrl });
    await stage.owner.connect();
  });
  afterAll(async () => {
    await Promise.all([closeClient(), closeAccounts(), stage.owner?.end()]);
    await stage.database?.drop();
  });
  return {
    get addresses() { return there(stage.database); },
    get owner() { return there(stage.owner); },
    /** Asks as the owner, about one provider's rows or, without one, about what belongs to nobody. */
    async rows<Row extends pg.QueryResultRow>(provider: ProviderInWorld | null, question: string, values: unknown[] = []): Promise<Row[]> {
      await there(stage.owner).query("select set_config('app.provider_id', $1, false)", [provider?.id ?? ""]);
      return (await there(stage.owner).query<Row>(question, values)).rows;
    },
  };
}
export type World = ReturnType<typeof inTheWorld>;

export const [vidzeme, dithmarschen] = world as [ProviderInWorld, ProviderInWorld];

function there<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error("the world is made before the first test, not earlier");
  return thing;
}

function formOf(fields: Form): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

async function answered(browser: Browser, deed: () => Promise<Outcome>): Promise<Answer> {
  try {
    return await calledFrom(browser, deed);
  } catch (error) {
    if (error instanceof SentOn) return { goTo: error.address };
    if (error instanceof NotFound) return "not found";
    throw error;
  }
}

async function read(browser: Browser, page: () => Promise<unknown>): Promise<unknown> {
  try {
    return await calledFrom(browser, page);
  } catch (error) {
    if (error instanceof NotFound) return "not found";
    throw error;
  }
}
