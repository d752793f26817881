/** All that a run has measured, and what of it missed its budget. */
import { atLeast, atMost, budgets, firstContribution, firstPage, manyRows, running, scripts, slowed, type Verdict } from "./budgets.ts";
import { median, ratio } from "./reckoning.ts";
import type { Rounds } from "./rounds.ts";
import type { Size } from "./sizes.ts";
import type { Painted } from "./slow-phone.ts";
import type { Weight } from "./weighing.ts";

export type Bench = {
  at: string;
  machine: { cores: number; processor: string; node: string };
  size: Size;
  rounds: Rounds[];
  statements: Record<string, number>;
  weights: Record<string, Weight>;
  painted: Record<string, Painted>;
  /** The same page with few rows and with many. */
  pairs: { page: string; few: Rounds; many: Rounds }[];
  /** One page by one process, and by one on every core. */
  cores: { page: string; one: Rounds; all: Rounds };
  starts: number[];
  memory: number | null;
  seconds: number;
};

const kb = 1_000;
const kib = 1_024;

export const perSecond = ({ fired }: Rounds) => fired.map((one) => one.perSecond);
export const processor = ({ fired }: Rounds, part: "processor" | "database" = "processor") => { const told = fired.flatMap((one) => one[part] ?? []); return told.length ? median(told) : null; };
const openTo = (as: Rounds["as"]) => as === "visitor" || as === "participant";

/** Requests/s as a part of the bare page's, by pg and by Prisma. */
export function ofBare({ rounds }: Pick<Bench, "rounds">, one: Rounds): { pg: number; prisma: number } {
  const [pg, prisma] = rounds.filter(({ kind }) => kind === "bare");
  const part = (bare: Rounds | undefined) => (bare ? ratio(perSecond(one), perSecond(bare)) : 0);
  return { pg: part(pg), prisma: part(prisma) };
}

/** Every figure that has a budget, beside it. */
export function verdicts(bench: Bench): Verdict[] {
  return [...bench.rounds.flatMap((one) => ofScene(bench, one)), ...ofBrowser(bench), ...ofWhole(bench)];
}

function ofScene(bench: Bench, one: Rounds): Verdict[] {
  if (one.kind === "bare") return [];
  const budget = budgets[one.kind];
  const [cost, weight, statements] = [processor(one), bench.weights[one.scene], bench.statements[one.scene]];
  return [
    ...(statements === undefined ? [] : [atMost(`${one.scene}: statements`, statements, budget.statements)]),
    ...(cost === null ? [] : [atMost(`${one.scene}: processor`, cost, budget.processor, "ms")]),
    ...(budget.ofBare ? [atLeast(`${one.scene}: of the bare page by Prisma`, ofBare(bench, one).prisma, budget.ofBare)] : []),
    ...(weight ? [atMost(`${one.scene}: JavaScript`, weight.scripts / kib, openTo(one.as) ? scripts.open : scripts.signedIn, "KiB")] : []),
  ];
}

function ofBrowser({ painted, weights, rounds }: Bench): Verdict[] {
  return Object.entries(painted).flatMap(([scene, { largest, blocked, styles, fonts }]) => {
    const [sent, who] = [((weights[scene]?.sent ?? 0) + styles + fonts) / kb, rounds.find((one) => one.scene === scene)];
    return [
      atMost(`${scene}: largest paint, slowed four times`, median(largest), slowed.paint, "ms"),
      atMost(`${scene}: blocked, slowed four times`, median(blocked), slowed.blocked, "ms"),
      ...(who && openTo(who.as) ? [atMost(`${scene}: HTML, CSS and font`, sent, firstPage, "kB")] : []),
    ];
  });
}

function ofWhole({ statements, pairs, starts, memory }: Bench): Verdict[] {
  return [
    ...(statements["first contribution"] === undefined ? [] : [atMost("first contribution: statements", statements["first contribution"], firstContribution)]),
    ...pairs.map(({ page, few, many }) => atLeast(`${page}: requests/s with many rows, as a part of those with few`, ratio(perSecond(many), perSecond(few)), manyRows)),
    atMost("start to the first page", median(starts), running.start, "ms"),
    ...(memory === null ? [] : [atMost("memory after the load", memory / 1_000_000, running.memory, "MB")]),
  ];
}
