/** Requests that no browser of ours sends: each gets a plain no, none is a fault, and a person among them gets words and keeps their text. */
import { connect } from "node:net";
import type { Page } from "@playwright/test";
import { closedPolicy } from "#lib/headers.ts";
import { sentenceOf } from "#lib/not-taken.ts";
import { routes } from "#tests/support/routes.ts";
import { head, saying } from "./support/raw.ts";
import { ideasSaying, rows } from "./support/rows.ts";
import { catalogue, expect, test } from "./support/story.ts";
import { dithmarschen, home, networkPage, placeIn, sayForWhom, sayIdea, sayWhat, unlike, vidzeme } from "./support/walk.ts";

const here = placeIn("en");
const { idea, notTaken, propose } = catalogue("en");
const own = process.env.STORIES_ADDRESS ?? "";
const page = `${networkPage(here)}/propose`;
const noDeed = "7f".padEnd(42, "ab");
const evil = "evil.example";

const heads: [string, number[], string][] = [
  ["another house as the host", [307], head("GET", "/", { Host: evil })],
  ["two hosts", [307], head("GET", "/", { Host: [evil, new URL(own).host] })],
  ["a proxy's word from nobody's proxy", [307], head("GET", "/", { "X-Forwarded-Host": evil, "X-Forwarded-Proto": "gopher", "X-Forwarded-Port": "22", Forwarded: `host=${evil}` })],
  ["no host", [400], "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"],
  ["another house's whole address", [404], head("GET", `http://${evil}/en`)],
  ["our own whole address", [200], head("GET", `${own}/en`)],
  ["an asterisk", [404], head("GET", "*")],
  ["an asterisk's options", [405], head("OPTIONS", "*")],
  ...["TRACE", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"].map((method): [string, number[], string] => [method, [405], head(method, "/en")]),
  ["a method nobody knows", [400], head("EVIL", "/en")],
  ["another method in a header", [404], head("POST", "/en", { Origin: own, "X-HTTP-Method-Override": "GET", "Content-Length": "0" })],
  ["the way round the middleware of former days", [404], head("GET", `${home(here)}/today`, { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy", "x-middleware-rewrite": `http://${evil}`, "x-matched-path": "/healthz", "x-invoke-path": "/healthz", "x-now-route-matches": "1=a", "x-nextjs-data": "1" })],
  ["a websocket", [200], head("GET", "/en", { Connection: "close, Upgrade", Upgrade: "websocket", "Sec-WebSocket-Key": "x", "Sec-WebSocket-Version": "13" })],
  ["a websocket to somebody else", [404], head("GET", "http://127.0.0.1:22/", { Connection: "close, Upgrade", Upgrade: "websocket" })],
  ["HTTP/2 in clear", [200], head("GET", "/en", { Connection: "close, Upgrade, HTTP2-Settings", Upgrade: "h2c", "HTTP2-Settings": "AAMAAABkAARAAAAAAAIAAAAA" })],
  ["HTTP/2 without asking", [400], "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
  ["two lengths in two ways", [400], head("POST", "/en", { "Content-Length": "4", "Transfer-Encoding": "chunked" }) + "0\r\n\r\nGET /x HTTP/1.1\r\nHost: x\r\n\r\n"],
  ["two lengths", [400], head("POST", "/en", { "Content-Length": ["4", "5"] }) + "abcde"],
  ["a length that is none", [400], head("POST", "/en", { "Content-Length": "+4" }) + "abcd"],
  ["a way of sending nobody knows", [400], head("POST", "/en", { "Transfer-Encoding": "xchunked" }) + "0\r\n\r\n"],
  ["lines without their ends", [400], "GET /en HTTP/1.1\nHost: localhost\n\n"],
  ["a folded line", [400], head("GET", "/en", { "X-A": "a\r\n b" })],
  ["a head of twenty kilobytes", [431], head("GET", "/en", { "X-A": "a".repeat(20_000) })],
  ["a language that is none", [307], head("GET", "/", { "Accept-Language": "x-y-z;q=9,*;q=abc,%%%,\xff\xfe" })],
  ["cookies that are none", [200], head("GET", "/en", { Cookie: "sid=%ff%00; __proto__=1; =;;; ask=\"x" })],
  ["lines that begin a second answer", [307], head("GET", "/xx%0d%0aSet-Cookie:%20a=b")],
  ...["junk", "%ff", "[".repeat(3_000), "{}", "[1]"].map((tree): [string, number[], string] => [`“${tree.slice(0, 5)}” as what the page shows already`, [400], head("GET", page, { RSC: "1", "Next-Router-State-Tree": tree })]),
];

for (const [what, statuses, bytes] of heads) {
  test(`${what} gets ${statuses.join()}, and leads nowhere else`, async () => {
    const heard = await saying(bytes);
    expect(heard.statuses, heard.said.slice(0, 500)).toEqual(statuses);
    expect(heard.said).not.toMatch(/^(location: (https?:)?\/\/|set-cookie: a=b)/im);
    expect(heard.said).not.toContain(evil);
    if (![400, 431].includes(statuses[0] ?? 0)) expect(heard.said).toMatch(/^content-security-policy: /im);
  });
}

const bodies: [string, number, Record<string, string>, string][] = [
  ["no form", 404, { "Content-Type": "text/plain" }, "what=a"],
  ["a form without its border", 404, { "Content-Type": "multipart/form-data" }, "what=a"],
  ["half a form", 404, { "Content-Type": "multipart/form-data; boundary=x" }, "--x\r\nContent-Disposition: form-data; na"],
  ["a form that names no deed", 404, { "Content-Type": "multipart/form-data; boundary=x" }, '--x\r\nContent-Disposition: form-data; name="what"\r\n\r\na\r\n--x--\r\n'],
  ["a form of the old kind", 404, { "Content-Type": "application/x-www-form-urlencoded" }, "what=a"],
  ["a call of nothing", 409, { "Next-Action": noDeed, "Content-Type": "text/plain;charset=UTF-8" }, "[]"],
  ["a call of a cached function", 409, { "Next-Action": "80".padEnd(42, "ab"), "Content-Type": "text/plain;charset=UTF-8" }, "[]"],
  ["a call of __proto__", 404, { "Next-Action": "__proto__", "Content-Type": "text/plain;charset=UTF-8" }, "[]"],
  ["a call of constructor", 404, { "Next-Action": "constructor", "Content-Type": "multipart/form-data; boundary=x" }, "--x--\r\n"],
];

for (const [what, status, said, body] of bodies) {
  test(`${what} sent to a page gets ${status}`, async ({ request }) => {
    const answer = await request.post(page, { data: Buffer.from(body), headers: { Origin: own, ...said } });
    expect(answer.status()).toBe(status);
  });
}

test("a deed that is called with what no form of ours says does nothing, and is no fault of ours", async ({ phone }) => {
  const visitor = await phone();
  await visitor.goto(page);
  const called = visitor.waitForRequest((one) => one.method() === "POST");
  await visitor.getByRole("textbox", { name: propose.whatLabel, exact: true }).fill(unlike("Sols"));
  await visitor.getByRole("button", { name: propose.next, exact: true }).click();
  const deed = (await called).headers()["next-action"] ?? "";
  expect(deed).toMatch(/^[0-9a-f]{42}$/);
  const plain = { Origin: own, "Next-Action": deed, "Content-Type": "text/plain;charset=UTF-8" };
  for (const data of ["", "[]", "{{{", '["a","b"]', '[{},[["provider","vidzeme"]]]', '["$K1","$F2","$Q3"]', '["$1:__proto__:constructor:constructor"]', JSON.stringify(Array(2_000).fill(0)), "[".repeat(100_000)]) {
    const answer = await visitor.request.post(page, { data: Buffer.from(data), headers: plain });
    expect([400, 404], data.slice(0, 60)).toContain(answer.status());
  }
  for (const bound of ["$@9", "$@1", "__proto__"]) {
    const multipart = { "$ACTION_REF_1": "", "$ACTION_1:0": JSON.stringify({ id: deed, bound }), "$ACTION_1:1": "{{{", what: "a" };
    expect([400, 404], bound).toContain((await visitor.request.post(page, { multipart, headers: { Origin: own } })).status());
  }
});

for (const language of ["en", "de", "lv"] as const) {
  test(`more than a megabyte is answered in words (${language}), whatever length it claims to have`, async () => {
    const place = placeIn(language);
    const target = `${networkPage(place)}/propose`;
    const [chunk, said] = [Buffer.alloc(100_000, "a"), { Origin: own, Accept: "text/html", "Content-Type": "multipart/form-data; boundary=x" }];
    const claimed = await saying(head("POST", target, { ...said, "Content-Length": "3000000" }), ...Array<Buffer>(30).fill(chunk));
    const counted = await saying(head("POST", target, { ...said, "Transfer-Encoding": "chunked" }), ...Array.from({ length: 30 }, () => [`${chunk.length.toString(16)}\r\n`, chunk, "\r\n"]).flat(), "0\r\n\r\n");
    for (const { statuses, said: answer } of [claimed, counted]) {
      expect(statuses).toEqual([413]);
      expect(Buffer.from(answer, "latin1").toString()).toContain(catalogue(language).notTaken.large);
      expect(answer).toContain(`<html lang="${language}">`);
      expect(answer).toContain(`${closedPolicy}; style-src 'sha256-`);
    }
    const program = await saying(head("POST", "/api/deeds/propose-idea", { Origin: own, "Content-Type": "application/json", "Accept-Language": language, "Content-Length": "3000000" }), ...Array<Buffer>(30).fill(chunk));
    expect(program.statuses).toEqual([413]);
    expect(Buffer.from(program.said, "latin1").toString()).toContain(`{"ok":false,"typed":{},"refusal":"${sentenceOf("large", language)}"}`);
  });
}

for (const script of [true, false]) {
  const how = script ? "with" : "without";

  test(`somebody who sends far too much ${how} JavaScript is told so, and has their text still`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: script }); // not a phone of the story: 413 stands in its console
    const visitor = await context.newPage();
    await visitor.goto(page);
    const box = visitor.getByRole("textbox", { name: propose.whatLabel, exact: true });
    const words = unlike("Ļoti gari vārdi");
    await box.fill(words);
    await box.evaluate((field: HTMLTextAreaElement) => { // a megabyte in the box itself would keep the browser busy for minutes
      const more = Object.assign(document.createElement("input"), { type: "hidden", name: "more", value: "a ".repeat(550_000) });
      field.form?.append(more);
    });
    await visitor.getByRole("button", { name: propose.next, exact: true }).click();
    if (script) {
      await expect(visitor.getByRole("alert").getByText(sentenceOf("large", "en"))).toBeVisible();
      await expect(box).toHaveValue(words);
    } else {
      await expect(visitor.getByRole("heading", { level: 1, name: notTaken.title })).toBeVisible();
      await expect(visitor.getByRole("textbox", { name: notTaken.yours }).first()).toHaveValue(words);
    }
    expect(await ideasSaying(vidzeme, words)).toBe(0);
    await context.close();
  });

  test(`a form of a former build ${how} JavaScript is answered in words, and gives the text back`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: script });
    const visitor = await context.newPage();
    await visitor.goto(page);
    const words = `${unlike("Vecā veidlapa")} <b>&`;
    const box = visitor.getByRole("textbox", { name: propose.whatLabel, exact: true });
    await box.fill(words);
    await visitor.route((url) => url.pathname === page, async (route) => {
      const sent = route.request();
      if (sent.method() !== "POST") return route.continue();
      const body = Buffer.from((sent.postDataBuffer() ?? Buffer.alloc(0)).toString("latin1").replace(/"id":"[0-9a-f]{42}"/, `"id":"${noDeed}"`), "latin1");
      await route.continue({ headers: { ...sent.headers(), ...(script && { "next-action": noDeed }) }, postData: body });
    });
    await visitor.getByRole("button", { name: propose.next, exact: true }).click();
    if (script) {
      await expect(visitor.getByRole("alert").getByText(sentenceOf("renewed", "en"))).toBeVisible();
      await expect(box).toHaveValue(words);
    } else {
      await expect(visitor.getByRole("heading", { level: 1, name: notTaken.title })).toBeVisible();
      await expect(visitor.getByRole("textbox", { name: notTaken.yours })).toHaveValue(words);
    }
    expect(await ideasSaying(vidzeme, words)).toBe(0);
    await context.close();
  });
}

test("somebody's form, sent once more from another browser, is another idea of that browser's own, and opens nothing of theirs", async ({ phone }) => {
  const [first, second] = [await phone({ javaScriptEnabled: false }), await phone({ javaScriptEnabled: false })];
  const words = unlike("Atvērtā veidlapa");
  await sayWhat(first, here, words);
  await sayForWhom(first, here);
  const form = await formOn(first, propose.send);
  await first.getByRole("button", { name: propose.send }).click();
  await first.waitForURL(/\/ticket\//);
  const elsewhere = await second.request.post(page, { multipart: form, headers: { Origin: own }, maxRedirects: 0 });
  expect(elsewhere.status()).toBe(303);
  expect(elsewhere.headers().location).not.toBe(new URL(first.url()).pathname);
  expect((await second.goto(first.url()))?.status()).toBe(404);
  expect(await rows(vidzeme, "select count(*)::int as ideas, count(distinct author_id)::int as authors from ideas where what = $1", [words])).toEqual([{ ideas: 2, authors: 2 }]);
});

test("a form of one provider does nothing at another: by its page, by the other's page, by the other's staff", async ({ phone, as }) => {
  const { id } = await sayIdea(await phone(), here, { what: unlike("Vidzemes ideja") });
  const [ilze, birte] = [await as("ilze", { javaScriptEnabled: false }), await as("birte", { javaScriptEnabled: false })];
  await ilze.goto(`${home(here)}/ideas/${id}`);
  const form = { ...(await formOn(ilze, idea.send)), text: unlike("Atbilde no kaimiņiem") };
  const headers = { Origin: own };
  for (const target of [ilze.url(), `${home({ ...here, provider: dithmarschen })}/ideas/${id}`, `/en/at/${dithmarschen.slug}`]) {
    for (const provider of [vidzeme.slug, dithmarschen.slug]) {
      expect([404, 409], `${provider} at ${target}`).toContain((await birte.request.post(target, { multipart: { ...form, provider }, headers, maxRedirects: 0 })).status());
    }
  }
  await ilze.reload();
  await expect(ilze.getByText(form.text)).toHaveCount(0);
  expect((await ilze.request.post(ilze.url(), { multipart: { ...form, provider: dithmarschen.slug }, headers, maxRedirects: 0 })).status()).toBe(404);
});

test("no address takes a reader to another house, whatever way back it names", async ({ request }) => {
  const names = ["next", "goTo", "returnTo", "return_to", "redirect", "redirect_uri", "callbackUrl", "url", "from", "to", "continue", "letter", "way"];
  const ways = [`//${evil}`, `/\\${evil}`, `https:${evil}`, `https://${evil}`, `%2f%2f${evil}`, `/%09/${evil}`, `javascript:alert(1)`, `/en%0d%0aLocation:%20https://${evil}`];
  for (const { address } of [...routes().filter((route) => route.as === "visitor"), { address: "/api/deeds/sign-out" }, { address: "/en/account" }]) {
    for (const shift of [0, 3, 6]) {
      const asked = names.map((name, at) => `${name}=${ways[(at + shift) % ways.length]}`).join("&");
      const answer = await request.get(`${address}${address.includes("?") ? "&" : "?"}${asked}`, { maxRedirects: 0 });
      expect(answer.status(), address).toBeLessThan(500);
      const { location } = answer.headers();
      if (location) expect(new URL(location, own).origin, `${address} with ${asked}`).toBe(new URL(own).origin);
      expect(await answer.text(), address).not.toMatch(/(?:href|action|content)="(?:https?:|javascript:|\/)?[\\/]*(?:evil|alert)/i);
    }
  }
});

test("what is mere text never becomes a part of a page by a script", async ({ browser }) => {
  const context = await browser.newContext();
  const visitor = await context.newPage();
  await visitor.goto(page);
  const tried = await visitor.evaluate(() => {
    const attempts: Record<string, () => void> = {
      markup: () => { document.body.innerHTML = "<img src=x onerror=alert(1)>"; },
      "a script of somebody else": () => { document.createElement("script").src = "https://evil.example/a.js"; },
      "a script in words": () => { document.createElement("script").text = "alert(1)"; },
      "a policy of its own": () => void (window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }).trustedTypes.createPolicy("mine", { createHTML: (html: string) => html }),
    };
    return Object.entries(attempts).filter(([, attempt]) => { try { attempt(); return true; } catch { return false; } }).map(([name]) => name);
  });
  expect(tried).toEqual([]);
  await context.close();
});

test("five hundred open sockets that say nothing keep nobody out, and are closed", async ({ phone }) => {
  test.slow();
  const { hostname, port } = new URL(own);
  const closed: Promise<unknown>[] = [];
  for (let at = 0; at < 500; at++) {
    const socket = connect(Number(port), hostname);
    socket.on("error", () => {});
    socket.on("connect", () => { if (at % 2) socket.write("GET /en HTTP/1.1\r\nHost: localh"); });
    socket.resume();
    closed.push(new Promise((resolve) => socket.on("close", resolve)));
  }
  await sayIdea(await phone(), here, { what: unlike("Starp pieciem simtiem") });
  await Promise.all(closed);
});

async function formOn(visitor: Page, button: string): Promise<Record<string, string>> {
  return visitor.locator("form", { has: visitor.getByRole("button", { name: button, exact: true }) }).evaluate((form) => Object.fromEntries([...new FormData(form as HTMLFormElement)] as [string, string][]));
}
