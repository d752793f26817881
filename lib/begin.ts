import "server-only";
import { closeAccounts, forgetOld } from "#lib/access/accounts.ts";
import { closeClient } from "#lib/data/client.ts";
import { closePublisher } from "#lib/data/publisher.ts";
import { ending } from "#lib/ending.ts";
import { env } from "#lib/env.ts";
import { workOnFigures } from "#lib/figures/jobs.ts";
import { workOnIdeas } from "#lib/ideas/jobs.ts";
import { workOnAccounts } from "#lib/people/account-letters.ts";
import { workOnPeople } from "#lib/people/jobs.ts";
import { startJobs, stopJobs, whenSent } from "#lib/jobs/jobs.ts";
import { faultOf, log } from "#lib/log.ts";
import { workOnSignIns } from "#lib/people/signing-in-letter.ts";
import { doesJobs } from "#lib/processes.ts";
import { workOnProgrammes } from "#lib/programmes/jobs.ts";

/** The product begins: every noun says what its jobs do, and what is opened here is closed at the end. */
export function begin(): void {
  env();
  workOnIdeas();
  workOnPeople();
  workOnFigures();
  workOnProgrammes();
  workOnSignIns();
  workOnAccounts();
  whenSent("forget-old", forgetOld);
  ending.closes.push(closeClient, closeAccounts, closePublisher, stopJobs);
  if (doesJobs) void work();
}

// A database that is away must not keep the product from saying so: work begins when it is back.
async function work(): Promise<void> {
  try {
    await startJobs();
  } catch (error) {
    log.warn(faultOf(error), "jobs wait for the database");
    setTimeout(() => void work(), 15_000).unref();
  }
}
