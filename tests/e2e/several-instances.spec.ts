/** Two products beside each other behind a proxy, on one database: nobody notices which of them answers. */
import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { fields } from "#lib/log.ts";
import { lettersIn } from "#lib/mail/deliver.ts";
import { migrationNames } from "#prisma/migrations.ts";
import { comeInAs } from "#tests/support/browser.ts";
import { front, type Front } from "./support/front.ts";
import { expect, test as base, type Product } from "./support/product.ts";
import { ideasSaying, rows } from "./support/rows.ts";
import { catalogue } from "./support/story.ts";
import { home, openTicket, placeIn, sayForWhom, sayIdea, sayWhat, unlike, vidzeme, wordsOn } from "./support/walk.ts";

const here = placeIn("en");
const { nav, propose, refusals } = catalogue("en");
const claims = { provider: "vidzeme", language: "en" };

type Pair = { door: Front; one: Product; other: Product };

const test = base.extend<{ pair: Pair }>({
  pair: async ({ product }, give) => {
    const door = await front();
    const how = { origin: door.address, environment: async () => ({ TRUST_PROXY: "1" }) };
    const one = await product(how);
    const other = await product({ ...how, beside: one });
    door.inTurn([one.address, other.address]);
    await give({ door, one, other });
    door.close();
  },
});

test.setTimeout(180_000);

test("two products beside each other are one to everybody", async ({ pair: { door, one, other }, phone, request }) => {
  const deed = sender(request, door.address);

  await test.step("an idea is said, kept and found again, whichever of the two answers", async () => {
    const page = await phone({ baseURL: door.address });
    const what = unlike("Tilts pār upi");
    const { words } = await sayIdea(page, here, { what, forWhom: "visiem", weHave: "baļķi" });
    const neighbour = await phone({ baseURL: door.address });
    await openTicket(neighbour, here, words);
    await expect(neighbour.getByText(what)).toBeVisible();
    expect(await ideasSaying(vidzeme, what, one.ownerUrl)).toBe(1);
  });

  for (const script of [true, false]) {
    await test.step(`a form opened at one is sent to the other ${script ? "with" : "without"} JavaScript`, async () => {
      const page = await phone({ baseURL: door.address, javaScriptEnabled: script });
      const what = unlike("Sols pie veikala");
      door.only(one.address);
      await sayWhat(page, here, what);
      await sayForWhom(page, here);
      door.only(other.address);
      await page.getByRole("button", { name: propose.send }).click();
      await wordsOn(page, here);
      expect(await ideasSaying(vidzeme, what, one.ownerUrl)).toBe(1);
    });
  }

  await test.step("who comes in at one is known at the other; who signs out at one is out at the other", async () => {
    const page = await phone({ baseURL: door.address, viewport: { width: 1280, height: 800 } });
    door.only(one.address);
    await comeInAs(page, "ilze");
    door.only(other.address);
    expect((await page.goto(`${home(here)}/today`))?.status()).toBe(200);
    const copy = { Cookie: (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ") };
    const today = async () => (await request.get(`${door.address}${home(here)}/today`, { headers: copy })).status();
    expect(await today()).toBe(200);
    await page.goto("/en/account");
    await page.getByRole("button", { name: nav.signOut }).first().click();
    await page.waitForURL(/sign-in/);
    door.only(one.address);
    expect(await today(), "a copy of the cookie, shown to the other product").toBe(404);
  });

  await test.step("the same deed, sent to both at one instant, is one row and one answer", async () => {
    const form = { ...claims, id: randomUUID(), network: here.network.slug, what: unlike("Vienreiz"), spoke: "self" };
    const begun = await deed(one, "keep-draft", { ...form, id: randomUUID(), step: "what" });
    const Cookie = (begun.headers()["set-cookie"] ?? "").split(";")[0] ?? "";
    const answers = await Promise.all(Array.from({ length: 8 }, (_, at) => deed(at % 2 ? one : other, "propose-idea", form, { Cookie })));
    expect(new Set(await Promise.all(answers.map(async (answer) => `${answer.status()} ${await answer.text()}`))).size).toBe(1);
    expect(answers[0]?.status()).toBe(200);
    expect(await ideasSaying(vidzeme, form.what, one.ownerUrl)).toBe(1);
  });

  await test.step("wrong tickets at one count at the other", async () => {
    const wrong = (at: Product, from: string) => deed(at, "open-ticket", { ...claims, words: "river chair lamp 11" }, { "X-Forwarded-For": from });
    for (let number = 0; number < 10; number += 1) expect(await (await wrong(one, "203.0.113.9")).json()).toMatchObject({ refusal: refusals.noSuchTicket });
    expect(await (await wrong(other, "203.0.113.9")).json()).toMatchObject({ refusal: refusals.tooOften });
    expect(await (await wrong(other, "203.0.113.10")).json()).toMatchObject({ refusal: refusals.noSuchTicket });
  });

  await test.step("of a letter that is asked for, one is sent, though both look for work", async () => {
    const people = vidzeme.members.filter(({ invited }) => !invited).map(({ email }) => email);
    for (const email of people) expect((await deed(one, "ask-letter", { language: "en", email })).status()).toBe(200);
    await expect.poll(async () => (await lettersIn(one.letters, 50)).length, { timeout: 20_000 }).toBe(people.length);
    await new Promise((resolve) => setTimeout(resolve, 2_500)); // each looks every two seconds
    expect((await lettersIn(one.letters, 50)).map(({ to }) => to).sort()).toEqual([...people].sort());
  });

  await test.step("a database brought back from before this build is not one to send people to; a newer one is", async () => {
    const ready = async () => (await request.get(`${other.address}/readyz`)).status();
    expect(await ready()).toBe(200);
    await rows(vidzeme, "insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) values ('later', '', '29991231000000_later', now(), 1)", [], one.ownerUrl);
    expect(await ready()).toBe(200);
    const newest = migrationNames().at(-1);
    await rows(vidzeme, "update _prisma_migrations set rolled_back_at = now() where migration_name = $1", [newest], one.ownerUrl);
    expect(await ready()).toBe(503);
    await rows(vidzeme, "update _prisma_migrations set rolled_back_at = null where migration_name = $1", [newest], one.ownerUrl);
    expect(await ready()).toBe(200);
  });

  await test.step("one of them is stopped, and the other goes on with what was begun there", async () => {
    const page = await phone({ baseURL: door.address });
    const what = unlike("Pēdējais autobuss");
    door.only(one.address);
    await sayWhat(page, here, what);
    door.only(other.address);
    expect(await one.stop()).toBe(0);
    await sayForWhom(page, here);
    await page.getByRole("button", { name: propose.send }).click();
    await wordsOn(page, here);
  });

  await test.step("every line they wrote is JSON, and says no more than a line may", async () => {
    const lines = `${one.said()}${other.said()}`.split("\n").filter((line) => line.startsWith("{"));
    expect(lines.length).toBeGreaterThan(30);
    const said = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect([...new Set(said.flatMap((line) => Object.keys(line)))].filter((name) => !(name in fields))).toEqual([]);
    for (const { deed: name, place, request: number, ms } of said.filter(({ msg }) => msg === "deed")) {
      expect(name).toMatch(/^[a-z ]+$/);
      if (place !== undefined) expect(place).toBe(vidzeme.id);
      expect(number).toMatch(/^[\w-]{6,64}$/);
      expect(ms).toBeGreaterThanOrEqual(0);
    }
    for (const word of ["Tilts", "baļķi", "river", "example.org", "203.0.113", "vidzeme"]) expect(lines.join("\n")).not.toContain(word);
  });
});

type Form = Record<string, string>;

function sender(request: APIRequestContext, Origin: string) {
  return (to: Product, name: string, form: Form, headers: Form = {}) => request.post(`${to.address}/api/deeds/${name}`, { data: form, headers: { Origin, ...headers } });
}
