/** A run's figures as the README shows them, and in a few lines for whoever runs it. */
import { budgets, scripts, type Verdict } from "./budgets.ts";
import { median, ratio, spread } from "./reckoning.ts";
import { ofBare, perSecond, processor, type Bench } from "./results.ts";
import type { Rounds } from "./rounds.ts";

const whole = (figure: number) => figure.toFixed(0);
const fine = (figure: number | null) => (figure === null ? "–" : figure.toFixed(1));
const part = (figure: number) => figure.toFixed(2);
const row = (cells: string[]) => `| ${cells.join(" | ")} |`;

/** The whole table in Markdown: pages and deeds, then the browser, then the rest; what missed its budget is set in bold. */
export function markdown(bench: Bench, verdicts: Verdict[]): string {
  const missed = verdicts.filter(({ met }) => !met);
  return [
    told(bench), "",
    row(["", "requests/s (spread)", "p50 · p99 ms", "processor ms (database)", "of bare pg", "of bare Prisma", "statements", "HTML kB (gzip)", "JavaScript KiB gzip"]),
    row(["---", ...Array.from({ length: 8 }, () => "--:")]),
    ...bench.rounds.map((one) => scene(bench, one, verdicts)), "",
    ...browser(bench, verdicts), "",
    ...rest(bench), "",
    missed.length ? `Missed: ${missed.map(inWords).join("; ")}.` : `All ${verdicts.length} budgets are met.`, "",
  ].join("\n");
}

/** `today: processor 9.1 ms (at most 8)` */
export function inWords({ what, measured, budget, unit }: Verdict): string {
  const least = /as a part|of the bare/.test(what);
  const figure = measured < 2 && !unit ? part(measured) : measured < 20 ? String(Math.round(measured * 10) / 10) : whole(measured);
  return `${what} ${figure}${unit && ` ${unit}`} (${least ? "at least" : "at most"} ${budget})`;
}

function told({ size, machine, seconds }: Bench): string {
  return `${size.providers.toLocaleString("en")} providers, ${size.ideas.toLocaleString("en")} ideas, the pages of the largest provider; ${machine.cores} cores, Node ${machine.node}; one process, 8 connections, ${size.rounds} rounds of ${size.seconds} s in turn, medians; ${Math.round(seconds / 60)} min in all.`;
}

function scene(bench: Bench, one: Rounds, verdicts: Verdict[]): string {
  const { pg, prisma } = ofBare(bench, one);
  const [weight, statements] = [bench.weights[one.scene], bench.statements[one.scene]];
  const budget = one.kind === "bare" ? undefined : budgets[one.kind];
  const held = (what: string, text: string, limit?: string) => {
    const missed = verdicts.some((verdict) => verdict.what === `${one.scene}: ${what}` && !verdict.met);
    return `${missed ? `**${text}**` : text}${limit ? ` / ${limit}` : ""}`;
  };
  return row([
    one.scene,
    `${whole(median(perSecond(one)))} (±${whole(spread(perSecond(one)) * 50)} %)`,
    `${whole(median(one.fired.map(({ p50 }) => p50)))} · ${whole(median(one.fired.map(({ p99 }) => p99)))}`,
    `${held("processor", fine(processor(one)), budget && String(budget.processor))} (${fine(processor(one, "database"))})`,
    part(pg), held("of the bare page by Prisma", part(prisma), budget?.ofBare ? `≥ ${budget.ofBare}` : undefined),
    statements === undefined ? "" : held("statements", String(statements), budget && String(budget.statements)),
    weight ? `${fine(weight.html / 1_000)} (${fine(weight.sent / 1_000)})` : "",
    weight ? held("JavaScript", whole(weight.scripts / 1_024), budget && String(one.as === "visitor" || one.as === "participant" ? scripts.open : scripts.signedIn)) : "",
  ]);
}

function browser({ painted, weights }: Bench, verdicts: Verdict[]): string[] {
  const held = (what: string, text: string) => (verdicts.some((verdict) => verdict.what === what && !verdict.met) ? `**${text}**` : text);
  return [
    row(["in Chromium, the processor slowed four times", "largest paint ms / 700", "blocked ms / 450", "JavaScript loaded KiB gzip", "HTML + CSS + font kB / 100"]),
    row(["---", "--:", "--:", "--:", "--:"]),
    ...Object.entries(painted).map(([name, { largest, blocked, scripts: sent, styles, fonts }]) => row([
      name, held(`${name}: largest paint, slowed four times`, whole(median(largest))), held(`${name}: blocked, slowed four times`, whole(median(blocked))), whole(sent / 1_024),
      held(`${name}: HTML, CSS and font`, whole(((weights[name]?.sent ?? 0) + styles + fonts) / 1_000)),
    ])),
  ];
}

function rest({ rounds, pairs, cores, starts, memory, statements, size }: Bench): string[] {
  const failed = [...rounds, ...pairs.flatMap(({ few: one, many: other }) => [one, other]), cores.one, cores.all].flatMap(({ scene: name, fired }) => { const all = fired.reduce((sum, one) => sum + one.failed, 0); return all ? [`${name} ${all}`] : []; });
  const [few, many] = size.pair.map((ideas) => ideas.toLocaleString("en"));
  return [
    `- ${few} → ${many} ideas at one provider, requests/s (≥ 0.9): ${pairs.map((pair) => `${pair.page} ${part(ratio(perSecond(pair.many), perSecond(pair.few)))}`).join(", ")}.`,
    `- One process → one on every core, ${cores.page}: ${whole(median(perSecond(cores.one)))} → ${whole(median(perSecond(cores.all)))} requests/s, on the cores that load and database use too.`,
    `- Start to the first page: ${whole(median(starts))} ms (≤ 1,500). Memory after the load: ${memory === null ? "not told here" : `${whole(memory / 1_000_000)} MB`} (≤ 450).`,
    `- A first contribution takes ${statements["first contribution"] ?? "?"} statements (≤ 14).`,
    ...(failed.length ? [`- **Requests that failed, so that these figures say nothing:** ${failed.join(", ")}.`] : []),
  ];
}
