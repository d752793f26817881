/** Eight people who write at the same time, four at each of two providers: two propose, one logs, one answers. */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { world, type ProviderInWorld } from "#prisma/world.ts";
import { Caller, type Where } from "./caller.ts";
import { asked } from "./database.ts";

type Shift = { stopped: boolean };
type Place = { where: Where; provider: ProviderInWorld; project: string; shift: Shift };

const pause = () => sleep(40 + Math.random() * 60); // nobody types faster
const saying = () => `chaos ${randomUUID()}`;

/** Sets them to work; the answer ends the shift, when each has brought to its end what was begun. */
export async function writers(where: Where, ownerUrl: string): Promise<() => Promise<void>> {
  const shift: Shift = { stopped: false };
  const work: Promise<void>[] = [];
  for (const provider of world) {
    const [project] = await asked<{ id: string }>(ownerUrl, provider.id, "select id from projects where state = 'running' order by id limit 1");
    const place = { where, provider, project: project?.id ?? "", shift };
    const staff = provider.members.filter(({ roles, invited }) => roles.includes("staff") && !invited).map(({ key }) => key);
    for (const { slug } of provider.networks.slice(0, 2)) work.push(proposes(place, slug));
    work.push(logs(place, staff[0] ?? ""), answers(place, staff.at(-1) ?? ""));
  }
  const counts = forgetsCounts(ownerUrl, shift);
  return async () => {
    shift.stopped = true;
    await Promise.all([...work, counts]);
  };
}

async function proposes({ where, provider: { id, slug }, shift }: Place, network: string): Promise<void> {
  const caller = new Caller(where);
  // The first step makes the session, as in a browser; what follows is sent by somebody known.
  await caller.until("keep-draft", { provider: slug, network, step: "what", id: randomUUID(), what: "A bench", spoke: "self" });
  while (!shift.stopped) {
    const words = saying();
    await caller.until("propose-idea", { provider: slug, network, id: randomUUID(), what: words, spoke: "self" }, { kind: "idea", provider: id, words });
    await pause();
  }
}

async function logs({ where, provider: { id, slug, timeZone }, project, shift }: Place, who: string): Promise<void> {
  const caller = new Caller(where);
  await caller.until("come-in", { cast: who });
  while (!shift.stopped) {
    const words = saying();
    await caller.until("log-activity", { provider: slug, project, id: randomUUID(), happenedOn: today(timeZone), what: words, newcomers: "1", hours: "1,5" }, { kind: "activity", provider: id, words });
    await pause();
  }
}

async function answers({ where, provider: { id, slug }, shift }: Place, who: string): Promise<void> {
  const caller = new Caller(where);
  await caller.until("come-in", { cast: who });
  const done = new Set<string>();
  while (!shift.stopped) {
    const idea = [...where.ledger.acknowledged.values()].find(({ kind, provider, subject }) => kind === "idea" && provider === id && !done.has(subject));
    await pause();
    if (!idea || [...where.ledger.acknowledged.values()].some(({ kind, subject }) => kind === "answer" && subject === idea.subject)) {
      if (idea) done.add(idea.subject);
      continue;
    }
    done.add(idea.subject);
    const words = saying();
    await caller.until("answer-idea", { provider: slug, idea: idea.subject, version: "0", text: words }, { kind: "answer", provider: id, words });
  }
}

/** The day by the place's calendar: this machine's clock and that of the database are the same one here. */
export const today = (timeZone: string, more = 0) => new Intl.DateTimeFormat("sv-SE", { timeZone }).format(performance.timeOrigin + performance.now() + more);

// Eight who write without a break send more than anybody may in ten minutes: what is counted against that is forgotten every second.
async function forgetsCounts(ownerUrl: string, shift: Shift): Promise<void> {
  while (!shift.stopped) {
    await asked(ownerUrl, "", "delete from auth.limits").catch(() => {});
    await sleep(1_000);
  }
}
