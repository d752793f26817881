/** What was acknowledged to somebody, and whether the database holds it, once. */
import { world } from "#prisma/world.ts";
import { asked } from "./database.ts";

export type Kind = "idea" | "activity" | "answer";
/** One thing somebody wants saved: `words` are said nowhere else, so that a second row would show under whatever id. */
export type Wish = { kind: Kind; provider: string; words: string };
export type Found = { lost: number; doubled: number; events: number };

export class Ledger {
  /** What was answered with "done", and the row's id. */
  readonly acknowledged = new Map<string, Wish & { subject: string }>();
  /** Sent and never answered clearly: there once or not at all. */
  readonly open = new Map<string, Wish>();
  /** Answers that left it open whether anything was saved, or said that nothing was. */
  unclear = 0;
  /** Answers that nobody should get. */
  readonly strange: string[] = [];
  private waiting: (() => void)[] = [];

  done(wish: Wish, subject: string): void {
    this.acknowledged.set(wish.words, { ...wish, subject });
    this.open.delete(wish.words);
    for (const tell of this.waiting.splice(0)) tell();
  }

  /** Resolves when something is acknowledged from now on. */
  next(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

const deeds: Record<Kind, string> = { idea: "propose idea", activity: "log activity", answer: "answer idea" };
const lookups: Record<Kind, string> = {
  idea: "select id, what as words from ideas i where what like 'chaos %' and exists (select from tickets where idea_id = i.id) and (exists (select from waits where subject_id = i.id) or exists (select from answers where idea_id = i.id))",
  activity: "select id, what as words from activities a where what like 'chaos %' and version = 1 and (select count(*) from activity_steps where activity_id = a.id) = 1",
  answer: "select idea_id as id, text as words from answers a where text like 'chaos %' and version = 1 and not exists (select from waits where subject_id = a.idea_id) and not exists (select from answer_versions where idea_id = a.idea_id)",
};

/** Counts what the database holds against what was acknowledged, with all that belongs to it. */
export async function counted(ledger: Ledger, ownerUrl: string): Promise<Found> {
  const found: Found = { lost: 0, doubled: 0, events: 0 };
  for (const { id: provider } of world) {
    for (const kind of ["idea", "activity", "answer"] as const) {
      const rows = await asked<{ id: string; words: string }>(ownerUrl, provider, lookups[kind]);
      const events = await asked<{ id: string }>(ownerUrl, provider, "select subject_id as id from events where deed = $1", [deeds[kind]]);
      const [ids, told] = [timesOf(rows, "words"), timesOf(events, "id")];
      const expected = [...ledger.acknowledged.values()].filter((wish) => wish.kind === kind && wish.provider === provider);
      found.lost += expected.filter((wish) => !rows.some(({ id, words }) => id === wish.subject && words === wish.words)).length;
      found.doubled += [...ids.values()].reduce((sum, times) => sum + times - 1, 0);
      found.doubled += rows.filter(({ words }) => !ledger.acknowledged.has(words) && !ledger.open.has(words)).length;
      found.events += rows.filter(({ id }) => told.get(id) !== 1).length;
    }
  }
  return found;
}

function timesOf<Key extends string>(rows: Record<Key, string>[], key: Key): Map<string, number> {
  const times = new Map<string, number>();
  for (const row of rows) times.set(row[key], (times.get(row[key]) ?? 0) + 1);
  return times;
}
