/** One product in several processes: begun together, looked after, ended together, counted together. */
import { execFileSync } from "node:child_process";
import { get } from "node:http";
import { createServer } from "node:net";
import pg from "pg";
import { freePort } from "#scripts/postgres.ts";
import { world } from "#prisma/world.ts";
import { expect, test, type Product } from "./support/product.ts";
import { ideasSaying } from "./support/rows.ts";
import { placeIn, sayForWhom, sayIdea, sayWhat, unlike, vidzeme } from "./support/walk.ts";
import { catalogue } from "./support/story.ts";

const here = placeIn("en");
const { propose } = catalogue("en");

test.setTimeout(180_000);

test("one of two processes dies: the other goes on, another begins, and what both did is counted together without a name", async ({ product, phone, request }) => {
  const metricsPort = await freePort();
  const running = await inTwo(product, { METRICS_PORT: String(metricsPort) });
  const counts = async () => (await request.get(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  const [first, second] = processesOf(running);
  expect(await readings(running, 20)).toEqual([200]);

  process.kill(first ?? 0, "SIGKILL");
  await expect.poll(() => running.said(), { intervals: [5] }).toContain("process ended");
  expect(await readings(running, 20), "while only one is there").toEqual([200]);
  await expect.poll(() => processesOf(running).length, { timeout: 20_000 }).toBe(2);
  expect(processesOf(running)).toContain(second);
  await expect.poll(counts, { timeout: 30_000 }).toContain("\nsempre_processes 2");
  expect(await counts()).toContain("\nsempre_process_ends_total 1");

  const page = await phone({ baseURL: running.address });
  const what = unlike("Ķiršu dārzs");
  const { words, id } = await sayIdea(page, here, { what });
  await request.post(`${running.address}/api/deeds/ask-letter`, { data: { language: "en", email: vidzeme.members[0]?.email }, headers: { Origin: running.address } });
  await request.get(`${running.address}/en/at/nobody-here/ticket/${id}?q=${what}`);
  const headers = { Origin: running.address, "Content-Type": "application/json" };
  const wrong = JSON.stringify({ provider: "vidzeme", language: "en", words: "river chair lamp 11" });
  await Promise.all(Array.from({ length: 25 }, async () => {
    await (await fetch(`${running.address}/en/at/vidzeme`)).text();
    await (await fetch(`${running.address}/api/deeds/open-ticket`, { method: "POST", headers, body: wrong })).text();
  }));
  expect(await connections(running), "each process has one pool of a kind").toBeLessThanOrEqual(30);
  await expect.poll(counts).toMatch(/^sempre_letters_total\{outcome="sent"\} 1$/m);

  const told = await counts();
  expect(told).toMatch(/^sempre_deeds_total\{deed="propose idea",outcome="done"\} 1$/m);
  expect(Number(/^sempre_answers_total\{route="\/\[locale\]\/at\/\[provider\]",method="GET",status="200"\} (\d+)$/m.exec(told)?.[1]), "by both, and by the new one").toBeGreaterThanOrEqual(25);
  for (const name of ["sempre_pool_connections", "process_resident_memory_bytes", "nodejs_eventloop_lag_seconds", "sempre_jobs_total"]) expect(told).toContain(`\n${name}`);
  const names = world.flatMap(({ slug, name, networks, members }) => [slug, name, ...networks.flatMap((network) => [network.slug, network.name]), ...members.flatMap((member) => [member.name, member.email])]);
  for (const name of [...names, what, words, id, vidzeme.id, "nobody-here", "127.0.0.1"]) expect(told).not.toContain(name);
  expect(told).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|@/);
  expect((await request.get(`${running.address}/metrics`, { maxRedirects: 5 })).status(), "not where visitors come").toBe(404);

  expect(await running.stop()).toBe(0);
});

test("asked to stop, all processes at once, each first answers who is waiting", async ({ product, phone, request }) => {
  // Two seconds is what the database lets anybody wait for a lock; a busy machine needs longer than that to end two processes.
  const running = await inTwo(product, { PGOPTIONS: "-c lock_timeout=15s -c statement_timeout=15s" });
  const page = await phone({ baseURL: running.address });
  const words = unlike("Abi pagaida");
  await sayWhat(page, here, words);
  await sayForWhom(page, here);
  const owner = new pg.Client({ connectionString: running.ownerUrl });
  await owner.connect();
  await owner.query("begin");
  await owner.query("lock table ideas in exclusive mode");
  await page.getByRole("button", { name: propose.send }).click();
  await expect.poll(async () => (await owner.query("select from pg_locks where relation = 'ideas'::regclass and not granted")).rowCount, { intervals: [10] }).toBe(1);

  const group = [running.pid(), ...processesOf(running)];
  for (const one of group) process.kill(one, "SIGTERM"); // as a container or a service does that ends all it began
  await expect.poll(() => request.get(`${running.address}/healthz`).then(() => "answers", () => "takes nobody new"), { intervals: [20] }).toBe("takes nobody new");
  await owner.query("commit");
  await owner.end();
  expect(await running.stop()).toBe(0);
  expect(await ideasSaying(vidzeme, words, running.ownerUrl)).toBe(1);
  expect(group.filter(lives)).toEqual([]);
});

test("the first process is gone by force: the others end by themselves", async ({ product }) => {
  const running = await inTwo(product);
  const others = processesOf(running);
  expect(others).toHaveLength(2);
  process.kill(running.pid(), "SIGKILL");
  await expect.poll(() => others.filter(lives), { timeout: 20_000 }).toEqual([]);
});

test("what hinders the start is said once, not by each process", async ({ product }) => {
  const taken = createServer();
  const port = await freePort();
  await new Promise<void>((resolve) => taken.listen(port, "127.0.0.1", resolve));
  const said = await product({ seeded: false, environment: async () => ({ PROCESSES: "2", PORT: String(port) }) }).then(() => "", (error: Error) => error.message);
  taken.close();
  expect(said.match(/Port \d+ is taken by another program/g)).toHaveLength(1);
});

/** A product in two processes, once both listen. */
async function inTwo(product: (how: { environment: () => Promise<Record<string, string>> }) => Promise<Product>, more: Record<string, string> = {}): Promise<Product> {
  const running = await product({ environment: async () => ({ PROCESSES: "2", ...more }) });
  await expect.poll(() => running.said().match(/^Ready at .*$/gm), { timeout: 20_000 }).toEqual([expect.stringContaining("2 processes")]);
  return running;
}

function processesOf(product: Product): number[] {
  return execFileSync("ps", ["-o", "pid=", "--ppid", String(product.pid())], { encoding: "utf8" }).split("\n").map(Number).filter(Boolean);
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The different statuses of so many visits, each over a connection of its own. */
async function readings({ address }: Product, count: number): Promise<(number | undefined)[]> {
  const statuses = await Promise.all(Array.from({ length: count }, () => new Promise<number | undefined>((resolve, reject) => get(`${address}/healthz`, { agent: false }, (answer) => resolve(answer.resume().statusCode)).once("error", reject))));
  return [...new Set(statuses)];
}

async function connections({ ownerUrl }: Product): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows: [open] } = await client.query<{ open: number }>("select count(*)::int as open from pg_stat_activity where datname = current_database() and usename in ('app_user', 'auth_user', 'publisher')");
  await client.end();
  return open?.open ?? 0;
}
