/** Every deed and page of a programme, by everybody, with every name: its people, another programme's, a provider's, nobody's. */
import { globSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import InvitePage from "#app/[locale]/programme/[programme]/invite/page.tsx";
import ProgrammePage from "#app/[locale]/programme/[programme]/page.tsx";
import { deeds } from "#lib/action/action.ts";
import { may, whoMay, type Ability } from "#lib/access/abilities.ts";
import { programme } from "#prisma/world.ts";
import { inTheWorld, type Answer } from "#tests/support/people.ts";
import { everyDeed } from "./deeds.ts";
import { callers, forms, openNextDoor, other, surprisesIn } from "./programmes.ts";
import { writing } from "./written.ts";

const world = inTheWorld();
await everyDeed();
const isYes = (answer: Answer) => typeof answer === "object" && ("goTo" in answer || answer.ok);
const isOfProgramme = (ability: Ability) => whoMay(ability).every((role) => ["partner", "editor", "manager"].includes(role));
const pages: Record<string, { ability: Ability; page: (props: never) => Promise<unknown> }> = {
  "page.tsx": { ability: "see programme", page: ProgrammePage },
  "invite/page.tsx": { ability: "invite provider", page: InvitePage },
};

beforeAll(() => openNextDoor(world));

test("every deed of a programme has its form in the matrix", () => {
  expect(Object.keys(forms).sort()).toEqual([...deeds.keys()].filter(isOfProgramme).sort());
});

describe.each(Object.keys(forms) as Ability[])("“%s”", (ability) => {
  test.each(callers)("does for $who what is theirs to do, with whatever id", async (caller) => {
    const found = await surprisesIn(world, ability, caller, async (person, form) => {
      await world.owner.query("delete from auth.limits");
      const { answer, wrote } = await writing(world, () => person.does(deeds.get(ability)?.deed ?? (() => Promise.reject(new Error(`no deed “${ability}”`))), form));
      return { yes: isYes(answer), wrote, said: JSON.stringify(answer) };
    });
    expect(found).toEqual([]);
  });
});

test("every page of a programme is in the matrix", () => {
  expect(globSync("app/[[]locale]/programme/[[]programme]/**/page.tsx").map((file) => file.split("[programme]/")[1]).sort()).toEqual(Object.keys(pages).sort());
});

describe.each(Object.entries(pages))("%s", (_file, { ability, page }) => {
  test.each(callers)("is shown to $who only where they work in it", async ({ roles, arrives }) => {
    const person = await arrives();
    for (const [slug, shown] of [[programme.slug, may({ roles }, ability)], ["no-such-programme", false], ["Next door/../", false]] as const) {
      const seen = await person.sees(() => page({ params: Promise.resolve({ locale: "en", programme: slug }), searchParams: Promise.resolve({}) } as never));
      expect(seen !== "not found").toBe(shown);
    }
  });
});

test("the programme next door is not found by the people of this one", async () => {
  for (const { roles, arrives } of callers.filter(({ roles }) => !roles.includes("visitor"))) {
    const seen = await (await arrives()).sees(() => ProgrammePage({ params: Promise.resolve({ locale: "en", programme: other.slug }), searchParams: Promise.resolve({}) } as never));
    expect([roles, seen]).toEqual([roles, "not found"]);
  }
});
