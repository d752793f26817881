/** What everything may cost. A missed budget is named, and fails nothing. */
export type Kind = "bare" | "list" | "detail" | "dashboard" | "write";
export type Verdict = { what: string; measured: number; budget: number; met: boolean; unit: string };

type Budget = { statements: number; /** Milliseconds of the application's processor. */ processor: number; /** Requests/s, as a part of the bare page's through Prisma. */ ofBare?: number };

export const budgets: Record<Exclude<Kind, "bare">, Budget> = {
  list: { statements: 6, processor: 6, ofBare: 0.6 },
  detail: { statements: 7, processor: 5 },
  dashboard: { statements: 10, processor: 8, ofBare: 0.5 },
  write: { statements: 9, processor: 4 },
};
export const firstContribution = 14;
/** KiB of JavaScript as sent (gzip): to everybody, and to who is signed in. */
export const scripts = { open: 175, signedIn: 220 };
/** kB of HTML, CSS and font, as sent, to read and submit a participant's page. */
export const firstPage = 100;
/** Milliseconds, the processor slowed four times. */
export const slowed = { paint: 700, blocked: 450 };
/** Requests/s with many rows, as a part of those with few. */
export const manyRows = 0.9;
/** Milliseconds to the first dynamic page; MB after the load. */
export const running = { start: 1_500, memory: 450 };

/** Held against the most it may be. */
export function atMost(what: string, measured: number, budget: number, unit = ""): Verdict {
  return { what, measured, budget, met: measured <= budget, unit };
}

/** Held against the least it must be. */
export function atLeast(what: string, measured: number, budget: number, unit = ""): Verdict {
  return { what, measured, budget, met: measured >= budget, unit };
}
