import pg from "pg";

/** Counts every statement the product sends to PostgreSQL while something is done: sign-in question, begin, set and commit too. */
export async function countingStatements(work: () => Promise<unknown>): Promise<number> {
  const asked = pg.Client.prototype.query;
  let count = 0;
  pg.Client.prototype.query = function (this: pg.Client, ...question: unknown[]) {
    count += 1;
    return Reflect.apply(asked, this, question) as never;
  } as typeof asked;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = asked;
  }
  return count;
}
