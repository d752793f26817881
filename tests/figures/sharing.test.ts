import { prerender } from "react-dom/static";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, test } from "vitest";
import SharingPage from "#app/[locale]/at/[provider]/sharing/page.tsx";
import { shareFigures, stopSharing } from "#lib/figures/actions.ts";
import { as, dithmarschen, inTheWorld, isSentOn, vidzeme, visitor, type Person } from "#tests/support/people.ts";
import { countingStatements } from "#tests/support/statements.ts";

const world = inTheWorld();
const agreed = { read: "yes", textVersion: "1" };
const state = async () => (await world.rows<{ state: string; text_version: number }>(vidzeme, "select state, text_version from sharings"))[0];
const steps = async () => (await world.rows<{ step: string }>(vidzeme, "select step from sharing_steps order by at, id")).map(({ step }) => step);
const page = () => SharingPage({ params: Promise.resolve({ locale: "en", provider: "vidzeme" }), searchParams: Promise.resolve({}) } as never);

const drawn = (person: Person) => person.sees(async () => new Response((await prerender((await page()) as ReactNode)).prelude).text());

beforeEach(async () => {
  await world.rows(vidzeme, "delete from sharing_steps");
  await world.rows(vidzeme, "delete from sharings");
  await world.owner.query("delete from agreed_texts where version > 1");
});

describe("a leader", () => {
  test("switches sharing on after reading, stops it, and switches it on again; each step is kept", async () => {
    const maris = await as("maris");
    expect(isSentOn(await maris.does(shareFigures, agreed))).toBe(true);
    expect(await state()).toEqual({ state: "on", text_version: 1 });
    expect(isSentOn(await maris.does(stopSharing))).toBe(true);
    expect(await state()).toEqual({ state: "off", text_version: 1 });
    await maris.does(shareFigures, agreed);
    expect(await state()).toEqual({ state: "on", text_version: 1 });
    expect(await steps()).toEqual(["on", "off", "on"]);
    const events = await world.rows<{ deed: string; subject_kind: string }>(vidzeme, "select deed, subject_kind from events where deed in ('share figures', 'stop sharing') order by at, id");
    expect(events.map(({ deed }) => deed)).toEqual(["share figures", "stop sharing", "share figures"]);
  });

  test("who has not ticked that they have read is asked to", async () => {
    expect(await (await as("maris")).does(shareFigures, { textVersion: "1" })).toMatchObject({ ok: false, fields: { read: "Please read the text and tick the box below it." } });
    expect(await state()).toBeUndefined();
  });

  test.each(["0", "2", "99999"])("cannot agree to version %s, which is not the newest", async (textVersion) => {
    expect(await (await as("maris")).does(shareFigures, { ...agreed, textVersion })).toMatchObject({ ok: false, refusal: expect.stringContaining("text has changed") as string });
    expect(await state()).toBeUndefined();
  });

  test("is told that sharing pauses by a new text, agrees to it, and can no longer agree to the old one", async () => {
    const maris = await as("maris");
    await maris.does(shareFigures, agreed);
    await world.owner.query("insert into agreed_texts (kind, version, language, text) values ('sharing', 2, 'en', 'Other words')");
    expect(isSentOn(await maris.does(shareFigures, agreed))).toBe(true); // is so already
    expect(await state()).toEqual({ state: "on", text_version: 1 });
    expect(await drawn(maris)).toMatch(/Sharing pauses.*Nothing of yours is counted until you agree/s);
    await maris.does(shareFigures, { ...agreed, textVersion: "2" });
    expect(await drawn(maris)).toContain("Sharing is on");
    expect(await drawn(maris)).not.toContain("until you agree to it"); // nor is it said in the former text
    expect(await state()).toEqual({ state: "on", text_version: 2 });
    expect(await steps()).toEqual(["on", "on"]);
    expect(await maris.does(shareFigures, agreed)).toMatchObject({ ok: false });
    expect(JSON.stringify(await maris.sees(page))).toContain("Other words");
  });

  test("clicking twice, and two at once, make one step; stopping what is off makes none", async () => {
    const [maris, again] = [await as("maris"), await as("maris")];
    const answers = await Promise.all([maris, again, maris, again].map((person) => person.does(shareFigures, agreed)));
    expect(answers.every(isSentOn)).toBe(true);
    expect(await steps()).toEqual(["on"]);
    expect((await Promise.all([maris, again, maris].map((person) => person.does(stopSharing)))).every(isSentOn)).toBe(true);
    expect(await steps()).toEqual(["on", "off"]);
  });
});

test("the page takes at most 7 statements, and each deed at most 9", async () => {
  const maris = await as("maris");
  for (const deed of [shareFigures, stopSharing, shareFigures]) expect(await countingStatements(() => maris.does(deed, agreed))).toBeLessThanOrEqual(9);
  expect(await countingStatements(() => maris.sees(page))).toBeLessThanOrEqual(7);
});

test("nobody but a leader reads or changes it, and no leader of another house", async () => {
  for (const person of [await as("ilze"), visitor(), await as(dithmarschen.members.find(({ roles }) => roles.includes("leader"))?.key ?? "")]) {
    expect(await person.does(shareFigures, { ...agreed, provider: "vidzeme" })).toBe("not found");
    expect(await person.does(stopSharing, { provider: "vidzeme" })).toBe("not found");
    expect(await person.sees(page)).toBe("not found");
  }
  expect(await state()).toBeUndefined();
});
