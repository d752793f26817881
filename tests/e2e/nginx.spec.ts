/** The configuration for nginx that we show (docs/nginx.conf), tried with a real one in front of a real product. */
import { get, type IncomingHttpHeaders } from "node:http";
import { request as send, type RequestOptions } from "node:https";
import { connect } from "node:tls";
import { gunzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { browser } from "#tests/support/browser.ts";
import { hasNginx, nginxBefore, type Nginx } from "./support/nginx.ts";
import { expect, test as base, type Product } from "./support/product.ts";
import { ideasSaying, rows } from "./support/rows.ts";
import { placeIn, sayIdea, unlike, vidzeme } from "./support/walk.ts";

const origin = "https://sempre.example";
const here = placeIn("en");
const draft = { provider: "vidzeme", language: "en", network: here.network.slug, step: "what", what: "A bench" };

const test = base.extend<{ behind: { running: Product; nginx: Nginx } }>({
  behind: async ({ product }, give) => {
    const running = await product({ origin, environment: async () => ({ TRUST_PROXY: "1" }) });
    const nginx = await nginxBefore(Number(new URL(running.address).port));
    await give({ running, nginx });
    await nginx.stop();
  },
});

test.skip(!hasNginx, "nginx or openssl is not on this machine: the configuration that we show is not tried");
test.setTimeout(180_000);

test("behind nginx, as we show it: people come through, and what is not meant for us stays outside", async ({ behind: { running, nginx } }) => {
  const [slowHead, slowBody] = [heldOpen(nginx, "GET /en HTTP/1.1\r\nHost: sempre.exam"), heldOpen(nginx, `POST /api/deeds/keep-draft HTTP/1.1\r\nHost: sempre.example\r\nOrigin: ${origin}\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{`)];
  const ask = asker(nginx);
  const deed = (headers: Record<string, string>, body: string = JSON.stringify({ ...draft, id: crypto.randomUUID() })) => ask("/api/deeds/keep-draft", { method: "POST", headers: { "Content-Type": "application/json", ...headers } }, body);

  await test.step("a deed from our own pages arrives; from anywhere else it does not", async () => {
    const own = await deed({ Origin: origin });
    expect(own.status).toBe(200);
    expect(own.headers["set-cookie"]?.[0]).toMatch(/^__Host-sid=[\w-]{43}; Path=\/; .*Secure; HttpOnly; SameSite=lax$/i);
    for (const headers of [{}, { Origin: "null" }, { Origin: "https://evil.example" }, { Origin: `${origin}.evil.example` }, { Origin: "http://sempre.example" }, { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" }]) expect((await deed(headers as Record<string, string>)).status, JSON.stringify(headers)).toBe(403);
    expect((await deed({ Origin: origin, "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "http", Forwarded: "host=evil.example" })).status).toBe(200);
    for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]) expect((await ask("/en", { method, headers: { Origin: origin } })).status, method).toBeGreaterThanOrEqual(403);
  });

  await test.step("another host is not ours, and the way without encryption leads to the one with it", async () => {
    expect((await ask("/en", { headers: { Host: "evil.example" } })).status).toBe(421);
    expect((await ask("/en", { headers: { Host: "127.0.0.1" } })).status).toBe(421);
    const plain = (Host: string) => new Promise<string>((resolve, reject) => get({ host: "127.0.0.1", port: nginx.plain, path: "/en?a=1", headers: { Host } }, (answer) => resolve(`${answer.resume().statusCode} ${answer.headers.location ?? ""}`)).once("error", reject));
    expect(await plain("evil.example")).toBe("421 ");
    expect(await plain("sempre.example")).toBe(`301 ${origin}/en?a=1`);
  });

  await test.step("no page and no redirect names another host, whatever a caller says", async () => {
    const { headers } = await ask("/", { headers: { "X-Forwarded-Host": "evil.example", "X-Forwarded-Port": "81", "Accept-Language": "lv" } });
    expect(new URL(headers.location ?? "", origin).origin).toBe(origin);
  });

  await test.step("what is too large or not there is refused here, in words where people read them", async () => {
    const large = await deed({ Origin: origin }, "x".repeat(3 * 1_048_576));
    expect(large.status).toBe(413);
    for (const words of ["go back and send less", "senden Sie weniger", "nosūtiet mazāk"]) expect(large.text).toContain(words);
    expect((await ask("/_next/image?url=%2Ficon.svg&w=64&q=75")).status).toBe(404);
  });

  await test.step("a page comes compressed, and under the product's own rules; its files are kept", async () => {
    const page = await ask("/en/at/vidzeme", { headers: { "Accept-Encoding": "gzip" } });
    expect(page.status).toBe(200);
    expect(page.headers).toMatchObject({ "content-encoding": "gzip", "strict-transport-security": "max-age=31536000; includeSubDomains", "cache-control": expect.stringContaining("no-store") });
    expect(page.headers["content-security-policy"]).toContain("script-src 'nonce-");
    expect(page.headers["x-request-id"]).toMatch(/^[0-9a-f]{32}$/); // nginx's own, so that both logs can be read together
    const plain = await ask("/en/at/vidzeme");
    expect(plain.headers).not.toHaveProperty("content-encoding");
    expect(page.bytes).toBeLessThan(plain.bytes / 2);
    const [file = ""] = /\/_next\/static\/[^"]+\.js/.exec(page.text) ?? [];
    for (const time of ["first", "second"]) {
      const kept = await ask(file, { headers: { "Accept-Encoding": "gzip" } });
      expect(kept.headers, time).toMatchObject({ "cache-control": "public, max-age=31536000, immutable", "content-encoding": "gzip", "x-content-type-options": "nosniff" });
    }
  });

  await test.step("somebody says an idea over https in a real browser, and their session is a cookie of this host alone", async () => {
    const known = await browser();
    const chrome = await chromium.launch({ ...known, args: [...(known.args ?? []), `--host-resolver-rules=MAP sempre.example 127.0.0.1:${nginx.secure}`] });
    const context = await chrome.newContext({ baseURL: origin, ignoreHTTPSErrors: true, locale: "en-GB" });
    const page = await context.newPage();
    const what = unlike("Aiz vārtiem");
    await sayIdea(page, here, { what });
    expect((await context.cookies()).find(({ name }) => name === "__Host-sid")).toMatchObject({ secure: true, httpOnly: true, sameSite: "Lax", domain: "sempre.example", path: "/" });
    await page.reload();
    expect(await page.locator("body").innerText()).toContain(what);
    expect(await ideasSaying(vidzeme, what, running.ownerUrl)).toBe(1);
    await chrome.close();
  });

  await test.step("limits count the caller's address and not nginx's, nor one that a caller makes up", async () => {
    const wrong = JSON.stringify({ provider: "vidzeme", language: "en", words: "river chair lamp 11" });
    expect((await ask("/api/deeds/open-ticket", { method: "POST", localAddress: "127.0.0.3", headers: { Origin: origin, "Content-Type": "application/json", "X-Forwarded-For": "203.0.113.9" } }, wrong)).status).toBe(422);
    const keys = await rows<{ key: string }>(vidzeme, "select key from auth.limits where key like '% missed from %'", [], running.ownerUrl);
    expect(keys.map(({ key }) => key.split(" from ")[1])).toEqual(["127.0.0.3"]);
  });

  await test.step("how the product is, is told to its own machine alone", async () => {
    expect((await ask("/readyz")).text).toBe("ready\n");
    for (const address of ["/readyz", "/healthz"]) expect((await ask(address, { localAddress: "127.0.0.3" })).status).toBe(403);
  });

  await test.step("who sends nothing for ten seconds is sent away", async () => {
    for (const answer of await Promise.all([slowHead, slowBody])) expect(answer).not.toContain(" 200 ");
  });

  await test.step("while the product is away nginx says so in words", async () => {
    await running.stop();
    const away = await ask("/en");
    expect(away.status).toBe(502);
    for (const words of ["away for a moment", "gerade kurz nicht erreichbar", "kādu brīdi nav pieejams"]) expect(away.text).toContain(words);
  });
});

type Answer = { status: number; headers: IncomingHttpHeaders; text: string; bytes: number };

/** Asks nginx as somebody who knows the product's name, or claims another. */
function asker({ secure }: Nginx) {
  return (path: string, { headers, ...how }: RequestOptions = {}, body?: string) => new Promise<Answer>((resolve, reject) => {
    const asked = send({ host: "127.0.0.1", port: secure, servername: "sempre.example", rejectUnauthorized: false, path, agent: false, headers: { Host: "sempre.example", ...(headers as Record<string, string>) }, ...how }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => {
        const whole = Buffer.concat(parts);
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: whole.length, text: String(answer.headers["content-encoding"] === "gzip" ? gunzipSync(whole) : whole) });
      });
    });
    asked.once("error", reject);
    asked.end(body);
  });
}

/** Begins to send and then says nothing more; answers what came back before the other side hung up. */
function heldOpen({ secure }: Nginx, begun: string): Promise<string> {
  return new Promise((resolve) => {
    const heard: Buffer[] = [];
    const socket = connect({ host: "127.0.0.1", port: secure, servername: "sempre.example", rejectUnauthorized: false }, () => socket.write(begun));
    socket.on("data", (part: Buffer) => heard.push(part)).on("error", () => {}).on("close", () => resolve(String(Buffer.concat(heard))));
  });
}
