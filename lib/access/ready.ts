import "server-only";
import { client } from "#lib/data/client.ts";
import { accountsAnswer } from "./accounts.ts";

type Schema = { there: boolean };

/** Do both sides of the database answer within half a second each, and have its tables come as far as this build wants? A newer database is none of its business. */
export async function isReady(): Promise<boolean> {
  const late = new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error("late")), 500).unref());
  try {
    const newest = process.env.NEWEST_MIGRATION ?? null; // the build writes it in here
    const asked = client.$queryRaw<Schema[]>`select ${newest}::text is null or exists (select from _prisma_migrations where migration_name = ${newest} and finished_at is not null and rolled_back_at is null) as there`;
    const [[schema]] = await Promise.race([Promise.all([asked, accountsAnswer()]), late]);
    return schema?.there === true;
  } catch {
    return false;
  }
}
