/** What one request of each scene costs in statements and bytes, asked one at a time. */
import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Line } from "./line.ts";
import type { Body, Scene } from "./scenes.ts";

export type Weight = { /** Bytes as made, and as a proxy sends them. */ html: number; sent: number; /** Bytes of the scripts that the page names, as sent. */ scripts: number };

const tries = 7;

/** The fewest statements of several tries: what runs beside a request, such as the job queue's clock, takes no part. */
export async function statementsOf(address: string, scene: Scene, line: Line): Promise<number> {
  const counts: number[] = [];
  for (let at = 0; at < tries; at += 1) {
    const before = line.count();
    await ask(address, scene, scene.bodies?.[at]);
    await new Promise((resolve) => setTimeout(resolve, 30)); // what is written after the answer counts too
    counts.push(line.count() - before);
  }
  return Math.min(...counts);
}

/** Somebody's first words in a product they never opened: no session yet. */
export function firstWords(deeds: { propose: Scene }): Scene {
  const bodies = (deeds.propose.bodies ?? []).slice(0, tries).map(({ form }): Body => ({ cookie: "", form: { ...form, step: "what" } }));
  return { name: "first contribution", kind: "write", as: "visitor", path: "/api/deeds/keep-draft", bodies };
}

/** The bytes of a page and of the scripts it names. */
export async function weigh(address: string, scene: Scene): Promise<Weight> {
  const html = await (await ask(address, scene)).text();
  const names = new Set([...html.matchAll(/<script\b([^>]*)>/g)].flatMap(([, words = ""]) => (/\bnomodule\b/i.test(words) ? [] : (/\bsrc="([^"]+)"/.exec(words)?.[1] ?? []))));
  let scripts = 0;
  for (const name of names) {
    scripts += gzipSync(Buffer.from(await (await fetch(new URL(name, address))).arrayBuffer())).length;
  }
  return { html: Buffer.byteLength(html), sent: gzipSync(html).length, scripts };
}

/** One request as the load sends it; anything but a good answer is a bug of the scene. */
async function ask(address: string, { name, path, cookie }: Scene, body?: Body): Promise<Response> {
  const who = body?.cookie ?? cookie;
  const headers: Record<string, string> = { ...(who && { cookie: who }), ...(body && { origin: address, "content-type": "application/json" }) };
  const answer = await fetch(new URL(path, address), { headers, ...(body && { method: "POST", body: JSON.stringify({ ...body.form, id: randomUUID() }) }) });
  if (answer.status !== 200) throw new Error(`${name} answered ${answer.status}: ${(await answer.text()).slice(0, 400)}`);
  return answer;
}
