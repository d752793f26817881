/** One call that names another provider's thing and one that names nothing at all, in turns: how long each takes, what it asks the database and what it answers. */
import pg from "pg";
import { impersonal } from "./callers.ts";

/** Asks for the thing of this name; answers what was said. */
export type Call = (name: string) => Promise<unknown>;
export type Compared = { foreign: number[]; random: number[]; /** What the two asked of the database and answered, names put aside; one of each where they are alike. */ told: { asked: Set<string>; answered: Set<string> } };

/** Calls in turns, so that whatever slows the machine slows both; each round begins with the other one. */
export async function compared(rounds: number, call: Call, names: { foreign: () => string; random: () => string }): Promise<Compared> {
  const took: Compared = { foreign: [], random: [], told: { asked: new Set(), answered: new Set() } };
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of round % 2 ? (["foreign", "random"] as const) : (["random", "foreign"] as const)) {
      const name = names[kind]();
      const began = performance.now();
      const { answer, asked } = await listening(() => call(name));
      took[kind].push(performance.now() - began);
      took.told.answered.add(impersonal(answer, name));
      took.told.asked.add(asked.join("\n"));
    }
  }
  return took;
}

/** The mean of the middle eight tenths, and the 95th percentile, in milliseconds. */
export function figures(times: readonly number[]): { mean: number; p95: number } {
  const sorted = [...times].sort((one, other) => one - other);
  const middle = sorted.slice(Math.floor(sorted.length * 0.1), Math.ceil(sorted.length * 0.9));
  return { mean: middle.reduce((sum, time) => sum + time, 0) / middle.length, p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0 };
}

/** Round by round, as both met the same minute of the machine: how often the other provider's id took longer, and the median of the differences in milliseconds. */
export function pairwise({ foreign, random }: Compared): { longer: number; median: number } {
  const apart = foreign.map((time, at) => time - (random[at] ?? time)).sort((one, other) => one - other);
  return { longer: apart.filter((time) => time > 0).length, median: apart[Math.floor(apart.length / 2)] ?? 0 };
}

/** The words of every statement sent meanwhile, with what it was told to fill in put aside. */
async function listening<T>(work: () => Promise<T>): Promise<{ answer: T; asked: string[] }> {
  const ask = pg.Client.prototype.query;
  const asked: string[] = [];
  pg.Client.prototype.query = function heard(this: pg.Client, ...given: unknown[]) {
    const [question] = given as [string | { text: string }];
    asked.push(typeof question === "string" ? question : question.text);
    return Reflect.apply(ask, this, given) as never;
  } as never;
  try {
    return { answer: await work(), asked };
  } finally {
    pg.Client.prototype.query = ask;
  }
}
