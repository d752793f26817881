import "server-only";
import { client } from "#lib/data/client.ts";
import { accountsAnswer } from "./accounts.ts";

/** Do both sides of the database answer within half a second each? */
export async function isReady(): Promise<boolean> {
  const late = new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error("late")), 500).unref());
  try {
    await Promise.race([Promise.all([client.$queryRaw`select 1`, accountsAnswer()]), late]);
    return true;
  } catch {
    return false;
  }
}
