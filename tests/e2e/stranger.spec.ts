/** Somebody who means no good, and days that are not good: neither gets more than a "not found" or a kind word. */
import { randomUUID } from "node:crypto";
import type { APIResponse, Page } from "@playwright/test";
import { closedPolicy } from "#lib/headers.ts";
import { routes } from "#tests/support/routes.ts";
import { ideasSaying, rows } from "./support/rows.ts";
import { catalogue, expect, readAll, test } from "./support/story.ts";
import { dithmarschen, home, networkPage, ozolmuiza, placeIn, sayForWhom, sayIdea, sayWhat, unlike, vidzeme } from "./support/walk.ts";

const here = placeIn("en");
const { missing, nav, propose } = catalogue("en");
const planted = "planted-by-a-stranger";

const elsewhere = ["/", "/en", "/nobody", "/en/no/such/page", "/en/at/nobody", "/api/deeds/propose-idea", "/api/deeds/no-such-deed", "/api/nothing", "/healthz", "/readyz", "/icon.svg", "/_next/static/no-such-file.js", `/api/at/vidzeme/networks/${here.network.slug}/qr`];

for (const as of new Set(routes().map((route) => route.as))) {
  test(`every page of ${as === "visitor" ? "a visitor" : as} comes under the whole policy`, async ({ phone, as: come }) => {
    const { request } = (as === "visitor" ? await phone() : await come(as)).context();
    for (const route of routes().filter((one) => one.as === as)) {
      const answer = await request.get(route.address);
      expect(answer.status()).toBe(route.status);
      await underPolicy(answer);
    }
  });
}

for (const address of elsewhere) {
  test(`${address} answers under the whole policy`, async ({ request }) => {
    await underPolicy(await request.get(address, { maxRedirects: 0 }));
  });
}

test("every answer has a nonce of its own, whatever the caller brings along", async ({ request }) => {
  const brought: Record<string, string> = { "x-nonce": "mine", "Content-Security-Policy": "script-src 'nonce-mine'" };
  const answers = await Promise.all([{}, {}, brought].map((headers: Record<string, string>) => request.get("/en", { headers })));
  const nonces = answers.map((answer) => policyOf(answer).get("script-src"));
  expect(new Set(nonces).size).toBe(3);
  expect(nonces.join()).not.toContain("mine");
});

test("a script slipped into a page does not run, and what people write is never a script", async ({ browser, phone, as }) => {
  const context = await browser.newContext(); // not a phone of the story: here the policy must refuse things
  const page = await context.newPage();
  const refused: string[] = [];
  page.on("console", (message) => { if (message.text().includes("Content Security Policy")) refused.push(message.text()); });
  await page.route("**/_next/static/**/*.js", (route) => route.abort()); // else React clears away what it does not know
  await page.route(/\/en$/, async (route) => {
    const answer = await route.fetch();
    const slipped = `<script>document.title = "${planted}"</script><img src="x" onerror="document.title = '${planted}'"><script src="data:text/javascript,document.title='${planted}'"></script><a id="bait" href="javascript:void(document.title='${planted}')">bait</a>`;
    await route.fulfill({ response: answer, body: (await answer.text()).replace("</main>", `${slipped}</main>`) });
  });
  await page.goto("/en");
  await page.locator("#bait").click();
  await expect.poll(() => refused.length).toBeGreaterThanOrEqual(4);
  await expect(page).not.toHaveTitle(planted);
  await context.close();

  const author = await phone();
  const words = unlike(`</textarea></script><script>document.title = "${planted}"</script><img src=x onerror="document.title='${planted}'">`);
  const { id } = await sayIdea(author, here, { what: words, forWhom: words, weHave: words });
  const staff = await as("ilze");
  await staff.goto(`${home(here)}/ideas/${id}`);
  await expect(staff.getByText(words)).toHaveCount(3);
  for (const reader of [author, staff]) await expect(reader).not.toHaveTitle(planted);
});

test("a form from elsewhere is not found, and writes nothing", async ({ phone }) => {
  const page = await phone({ javaScriptEnabled: false });
  const words = unlike("No īstās lapas");
  await sayWhat(page, here, words);
  await sayForWhom(page, here);
  const form = await formOn(page, propose.send);
  const own = new URL(page.url()).origin;
  const foreign: Record<string, string>[] = [{}, { Origin: "https://evil.example" }, { Origin: "null" }, { Origin: `${own}.evil.example` }, { Origin: `${own}1` }, { Origin: own, "Sec-Fetch-Site": "cross-site" }, { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" }];
  for (const headers of foreign) {
    const posted = await page.request.post(page.url(), { multipart: form, headers, maxRedirects: 0 });
    expect(posted.status(), `${JSON.stringify(headers)} as a form`).toBe(404);
    const asked = await page.request.post("/api/deeds/propose-idea", { form, headers });
    expect(asked.status(), `${JSON.stringify(headers)} as a program`).toBe(404);
  }
  expect(await ideasSaying(vidzeme, words)).toBe(0);
  expect((await page.request.post(page.url(), { multipart: form, headers: { Origin: own }, maxRedirects: 0 })).status()).toBe(303);
  expect(await ideasSaying(vidzeme, words)).toBe(1);
});

test("a program meets the same guards as a form: words for what is wrong, not found for what is not its own", async ({ phone, as }) => {
  const stranger = (await phone()).request;
  const Origin = process.env.STORIES_ADDRESS ?? "";
  const post = (deed: string, data: object) => stranger.post(`/api/deeds/${deed}`, { data, headers: { Origin } });
  const claims = { provider: "vidzeme", language: "en", network: here.network.slug };
  expect((await post("no-such-deed", claims)).status()).toBe(404);
  expect((await post("answer-idea", { ...claims, idea: here.network.ideas[0]?.id, version: "0", text: planted })).status()).toBe(404);
  expect((await post("propose-idea", { ...claims, provider: "nobody" })).status()).toBe(404);
  const odd = await post("propose-idea", { ...claims, id: "1", what: "a\u0000b", heads: ["2"], authorId: planted });
  expect(odd.status()).toBe(422);
  expect(((await odd.json()) as { fields: object }).fields).toEqual({ id: catalogue("en").fields.strange, what: catalogue("en").fields.strangeSign });
  const huge = await stranger.post("/api/deeds/propose-idea", { data: { ...claims, what: "a".repeat(3_000_000) }, headers: { Origin } });
  expect([400, 413]).toContain(huge.status());
  expect((await stranger.post("/api/deeds/propose-idea", { data: Buffer.from("{not json"), headers: { Origin, "Content-Type": "application/json" } })).status()).toBe(400);

  const birte = (await as("birte")).request;
  for (const idea of [here.network.ideas[2]?.id, "01900000-0000-7000-8000-00000000dead"]) {
    const foreign = await birte.post("/api/deeds/answer-idea", { data: { ...claims, provider: "dithmarschen", idea, version: "0", text: planted }, headers: { Origin } });
    expect(foreign.status()).toBe(404);
  }
  expect(await rows(vidzeme, "select from answers where text = $1", [planted])).toEqual([]);
});

test("the neighbours' staff find nothing here, and a foreign idea looks like one that never was", async ({ phone, as }) => {
  const { id } = await sayIdea(await phone(), here, { what: unlike("Tikai Vidzemei") });
  const birte = await as("birte");
  const group = ozolmuiza.groups[0]?.id ?? "";
  const random = randomUUID();
  const pages = ["today", "groups", `groups/${group}`, `groups/${random}`, `ideas/${id}`, `ideas/${random}`, `ticket/${id}`, `ticket/${random}`];
  const answers = new Set<string>();
  for (const provider of [vidzeme, dithmarschen]) {
    for (const address of pages.filter((page) => provider === vidzeme || page.includes("/"))) {
      const answer = await birte.goto(`/en/at/${provider.slug}/${address}`);
      await expect(birte.getByRole("heading", { level: 1, name: missing.headline })).toBeVisible();
      answers.add(`${answer?.status()} ${await readAll(birte)}`);
    }
  }
  expect([...answers]).toHaveLength(1);
  await birte.goto(`/en/at/${vidzeme.slug}`);
  await expect(birte.getByRole("link", { name: nav.today, exact: true }), "elsewhere she is a visitor").toHaveCount(0);
});

for (const script of [true, false]) {
  test(`“not found” is a page that one can read ${script ? "with" : "without"} JavaScript`, async ({ phone }) => {
    const page = await phone({ javaScriptEnabled: script });
    for (const address of ["/en/no/such/page", `${home(here)}/today`, `${networkPage(here)}x`]) {
      expect((await page.goto(address))?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1, name: missing.headline })).toBeVisible();
      await expect(page.getByRole("link", { name: missing.home })).toBeVisible();
      await expect(page.locator("html")).toHaveAttribute("lang", "en");
      await expect(page).toHaveTitle(new RegExp(missing.title));
    }
  });
}

for (const address of ["/en/at/vidzeme/networks/%ff", "/en/at/%F0%9F/today", "/%c0%ae%c0%ae/etc/passwd", "/en/at/vidzeme/ticket/%00", "/en/at/vidzeme/../../../etc/passwd", "/en/at/vidzeme/today?after=%00", "/en/at/vidzeme?cleared=%ff", `/en/${"a/".repeat(2_000)}`, "/en/at/constructor", "/api/deeds/__proto__"]) {
  test(`${address.slice(0, 50)} breaks nothing`, async ({ request }) => {
    const answer = await request.get(address);
    expect(answer.status()).toBeLessThan(500);
    expect(await answer.text()).not.toContain("root:");
  });
}

test("a redirect never leads to somebody else's house", async ({ request }) => {
  for (const address of ["//evil.example/en", "/%5Cevil.example", "/\\evil.example", "/en//evil.example", "/.evil.example", "/https://evil.example"]) {
    const { location } = (await request.get(`${process.env.STORIES_ADDRESS}${address}`, { maxRedirects: 0 })).headers();
    if (location) expect(new URL(location, process.env.STORIES_ADDRESS).host, `${address} → ${location}`).toBe(new URL(process.env.STORIES_ADDRESS ?? "").host);
  }
});

test("being alive and being ready are told to whoever asks, and nothing more", async ({ request }) => {
  expect(await (await request.get("/healthz")).text()).toBe("ok\n");
  expect(await (await request.get("/readyz")).text()).toBe("ready\n");
});

test("a planted session opens nothing and is not taken over", async ({ phone }) => {
  const page = await phone();
  await page.goto("/healthz");
  await page.context().addCookies([{ name: "sid", value: planted, url: page.url() }]);
  await sayIdea(page, here, { what: unlike("Ar savu sesiju") });
  const [cookie] = await page.context().cookies();
  expect(cookie?.value).not.toBe(planted);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  expect(await readAll(page)).not.toContain(cookie?.value);
});

async function underPolicy(answer: APIResponse): Promise<void> {
  const headers = answer.headers();
  expect(answer.status(), answer.url()).toBeLessThan(500);
  expect(headers, answer.url()).toMatchObject({
    "x-content-type-options": "nosniff", "referrer-policy": "same-origin", "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY", "strict-transport-security": "max-age=31536000; includeSubDomains",
  });
  expect(headers["permissions-policy"]).toMatch(/camera=\(\).*microphone=\(\)/);
  expect(headers).not.toHaveProperty("x-powered-by");
  if (headers["content-security-policy"] === closedPolicy) return; // nothing at all may run or be loaded
  const policy = policyOf(answer);
  for (const name of ["default-src", "base-uri", "frame-ancestors", "object-src"]) expect(policy.get(name)).toBe("'none'");
  for (const name of ["connect-src", "font-src", "form-action"]) expect(policy.get(name)).toBe("'self'");
  expect(policy.get("script-src")).toMatch(/^'nonce-[\w+/=]{22,}' 'strict-dynamic'$/);
  expect([...policy.values()].join(" ")).not.toContain("unsafe");
  if (!headers["content-type"]?.startsWith("text/html")) return;
  expect(headers["cache-control"]).toContain("no-store");
  const nonce = /nonce-([^']+)/.exec(policy.get("script-src") ?? "")?.[1] ?? "";
  const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
  expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`)), answer.url()).toEqual([]);
}

function policyOf(answer: APIResponse): Map<string, string> {
  return new Map((answer.headers()["content-security-policy"] ?? "").split("; ").map((directive) => [directive.split(" ")[0] ?? "", directive.split(" ").slice(1).join(" ")]));
}

async function formOn(page: Page, button: string): Promise<Record<string, string>> {
  return page.locator("form", { has: page.getByRole("button", { name: button }) }).evaluate((form) => Object.fromEntries([...new FormData(form as HTMLFormElement)] as [string, string][]));
}
