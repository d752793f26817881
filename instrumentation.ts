/** Before the first request: the environment is whole, and work after commit begins. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env } = await import("#lib/env.ts");
  env();
  const [{ startJobs, whenSent }, { workOnIdeas }, { forgetOld }] = await Promise.all([import("#lib/jobs/jobs.ts"), import("#lib/ideas/jobs.ts"), import("#lib/access/accounts.ts")]);
  workOnIdeas();
  whenSent("forget-old", forgetOld);
  // A database that is away must not keep the product from saying so: work begins when it is back.
  void begin(startJobs);
}

async function begin(startJobs: () => Promise<void>): Promise<void> {
  try {
    await startJobs();
  } catch {
    setTimeout(() => void begin(startJobs), 15_000).unref();
  }
}
