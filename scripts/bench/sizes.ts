/** How large a world is measured, and how its ideas are shared out. */
export type Size = {
  providers: number;
  ideas: number;
  /** Two more providers, with so many ideas and so many: does a list get slower with its rows? */
  pair: readonly [number, number];
  rounds: number;
  /** Seconds of one load, and of the one before it that is not counted. */
  seconds: number;
  warm: number;
  /** How often a page is loaded in the slowed browser. */
  loads: number;
};

const usual: Size = { providers: 100, ideas: 100_000, pair: [1_000, 100_000], rounds: 3, seconds: 4, warm: 2, loads: 5 };

/** The size that the command's words ask for: none, `--large` or `--quick`. */
export function sizeIn(words: readonly string[]): Size {
  if (words.includes("--large")) return { ...usual, providers: 1_000, ideas: 1_000_000 };
  if (words.includes("--quick")) return { ...usual, providers: 10, ideas: 5_000, pair: [500, 5_000], rounds: 1, seconds: 2, loads: 1 };
  return usual;
}

/** So many ideas shared out among so many providers: few large ones and many small. Of 100 the first has a tenth of all; each at least one. */
export function shares(providers: number, ideas: number): number[] {
  const weights = Array.from({ length: providers }, (_, place) => (place + 1) ** -0.75);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const rest = ideas - providers;
  const parts = weights.map((weight) => 1 + Math.floor((rest * weight) / all));
  const left = ideas - parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part, place) => (place === 0 ? part + left : part));
}
