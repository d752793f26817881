/** What processes of ours have cost: processor time and memory, as Linux tells it; nothing on other systems. */
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** The environment name by which a part of the run is found again, with all that it started. */
export const markName = "SEMPRE_BENCH_PART";

const tick = 10; // milliseconds: Linux counts a hundred a second for every program
const page = 4_096; // bytes

export type Spent = { /** Processor time so far, in milliseconds. */ processor: number; /** Resident memory now, in bytes. */ memory: number };

/** What everything that bears this mark has spent together; undefined where the system does not tell. */
export function spentBy(mark: string): Spent | undefined {
  if (!existsSync("/proc/self/stat")) return undefined;
  const all = processes();
  const meant = new Set(all.filter(({ id }) => isMarked(id, mark)).map(({ id }) => id));
  // PostgreSQL writes its name over its environment: what a marked process started belongs to it.
  for (let before = -1; before !== meant.size; ) {
    before = meant.size;
    for (const { id, parent } of all) if (meant.has(parent)) meant.add(id);
  }
  const ours = all.filter(({ id }) => meant.has(id));
  return { processor: ours.reduce((sum, { processor }) => sum + processor, 0), memory: ours.reduce((sum, { memory }) => sum + memory, 0) };
}

type Process = Spent & { id: number; parent: number };

function processes(): Process[] {
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((id) => {
    const told = read(`/proc/${id}/stat`);
    if (!told) return [];
    const fields = told.slice(told.lastIndexOf(")") + 2).split(" "); // a program's name may hold anything
    const number = (place: number) => Number(fields[place - 3]); // as proc(5) numbers them
    return [{ id: Number(id), parent: number(4), processor: (number(14) + number(15) + number(16) + number(17)) * tick, // with what has ended below it
      memory: number(24) * page }];
  });
}

const isMarked = (id: number, mark: string) => read(`/proc/${id}/environ`).split("\0").includes(`${markName}=${mark}`);

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return ""; // it has ended meanwhile, or is not ours
  }
}
