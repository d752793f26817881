/** What breaks. Each answers how long it took until something could be saved again. */
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { world } from "#prisma/world.ts";
import { Caller } from "./caller.ts";
import { asked } from "./database.ts";
import type { Ledger } from "./ledger.ts";
import { opened } from "./paper-form.ts";
import { backAfter, saved, type Stage, type Told } from "./stage.ts";
import { today } from "./writers.ts";

// Some are being answered, some are on their way, when it happens.
const someMore = (ledger: Ledger) => saved(ledger, 5 + Math.floor(Math.random() * 25));

/** The product is killed and started again at once, as a service manager does. */
export const productKilled = (times: number) => async ({ product, ledger }: Stage): Promise<Told> => {
  const back: number[] = [];
  for (let round = 0; round < times; round += 1) {
    await someMore(ledger);
    const since = performance.now();
    await product.kill();
    await product.start();
    back.push(await backAfter(ledger, since));
  }
  return { times, back };
};

/** All processes of PostgreSQL are killed, and it is started again at once; the product stays as it is. */
export const databaseKilled = (times: number) => async ({ database, ledger }: Stage): Promise<Told> => {
  const back: number[] = [];
  for (let round = 0; round < times; round += 1) {
    await someMore(ledger);
    const since = performance.now();
    database.kill();
    while (!(await database.start())) await sleep(100); // what is left of the former still goes
    back.push(await backAfter(ledger, since));
  }
  return { times, back };
};

/** PostgreSQL is away for so many seconds. */
export const databaseGone = (seconds: number) => async ({ database, ledger, where }: Stage): Promise<Told> => {
  const form = await opened(where);
  await database.stop();
  await sleep((seconds * 1_000) / 2);
  const people = await form();
  const caller = new Caller(where);
  const states = [await status(caller, "/healthz"), await status(caller, "/readyz"), await status(caller, "/en/at/vidzeme/networks/ozolmuiza")].join(", ");
  await sleep((seconds * 1_000) / 2);
  const since = performance.now();
  await database.start();
  return { times: 1, back: [await backAfter(ledger, since)], people: `text ${people}`, more: `alive, ready, a page: ${states}` };
};

/** Another connection holds what everybody needs, while forty read: every connection of the product waits. */
export const poolExhausted = (seconds: number) => async ({ database, ledger, where }: Stage): Promise<Told> => {
  const form = await opened(where);
  const holder = new pg.Client({ connectionString: database.urls.ownerUrl });
  await holder.connect();
  await holder.query("begin");
  await holder.query("lock table networks, ideas, activities, answers, drafts in access exclusive mode");
  const until = performance.now() + seconds * 1_000;
  const [waited, states] = [[] as number[], new Map<number, number>()];
  const readers = Array.from({ length: 40 }, async () => {
    const caller = new Caller(where);
    while (performance.now() < until) {
      const began = performance.now();
      const state = await status(caller, "/en/at/vidzeme/networks/ozolmuiza");
      waited.push((performance.now() - began) / 1_000);
      states.set(state, (states.get(state) ?? 0) + 1);
    }
  });
  const [people] = await Promise.all([form(), sleep(seconds * 1_000)]);
  const alive = await status(new Caller(where), "/healthz");
  const since = performance.now();
  await holder.query("rollback");
  await holder.end();
  const back = await backAfter(ledger, since);
  await Promise.all(readers);
  await sleep(500);
  const left = await asked<{ count: number }>(database.urls.ownerUrl, "", "select count(*)::int as count from pg_locks where relation = 'ideas'::regclass and not granted");
  return { times: 1, back: [back], people: `text ${people}`, more: `alive: ${alive}; readers: ${[...states].map(([state, times]) => `${state} × ${times}`).join(", ")}, the longest waited ${Math.max(...waited).toFixed(1)} s; waiting afterwards: ${left[0]?.count}` };
};

/** Asked to end under load, and started again. */
export const stopped = (times: number) => async ({ product, ledger }: Stage): Promise<Told> => {
  const [back, codes]: [number[], number[]] = [[], []];
  for (let round = 0; round < times; round += 1) {
    await saved(ledger, 20);
    const since = performance.now();
    codes.push(await product.stop());
    await product.start();
    back.push(await backAfter(ledger, since));
  }
  if (codes.some((code) => code !== 0)) ledger.strange.push(`ended with ${codes.join(", ")}`);
  return { times, back };
};

/** The product's clock is wrong; that of the database is right. */
export const wrongClock = (hours: number, deeds: number) => async ({ product, database, ledger, where }: Stage): Promise<Told> => {
  const since = performance.now();
  await product.stop();
  await product.start({ NODE_OPTIONS: `--import ${new URL("shifted-clock.js", import.meta.url).href}`, CLOCK_OFF: String(hours * 3_600_000) });
  const back = await backAfter(ledger, since);
  await saved(ledger, deeds);
  // Somebody came in under the right clock and goes on; somebody comes in under the wrong one; a day to come is no day that was.
  const [{ slug = "", id = "", timeZone = "UTC" } = {}] = world;
  const ilze = new Caller(where);
  await ilze.until("come-in", { cast: "ilze" });
  const [project] = await asked<{ id: string }>(database.urls.ownerUrl, id, "select id from projects where state = 'running' order by id limit 1");
  const form = { provider: slug, project: project?.id ?? "", id: crypto.randomUUID(), happenedOn: today(timeZone, 86_400_000), what: "Tomorrow" };
  let tomorrow = await ilze.once("log-activity", form);
  while (!tomorrow) tomorrow = await ilze.once("log-activity", form);
  if (tomorrow.status !== 422) ledger.strange.push(`a day to come was taken: ${tomorrow.status}`);
  for (const provider of world) {
    const [wrong] = await asked<{ count: number }>(database.urls.ownerUrl, provider.id, `
      select count(*)::int as count from ideas i left join waits w on w.subject_id = i.id
      where what like 'chaos %' and (i.created_at not between moment() - interval '1 hour' and moment() or w.due_at - w.since not between interval '28 days' and interval '29 days 2 hours')`);
    if (wrong?.count) ledger.strange.push(`${wrong.count} ideas carry the wrong clock`);
  }
  await product.stop();
  await product.start();
  return { times: 1, back: [back], more: "days, promises and sessions by the database's clock" };
};

const status = async (caller: Caller, path: string): Promise<number> => {
  try {
    const answer = await caller.ask(path);
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
};
