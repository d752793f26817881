import pg from "pg";

/** Asks the stories' database as its owner, who also sees only one provider's rows at a time. */
export async function rows<Row extends pg.QueryResultRow>(provider: { id: string }, question: string, given: unknown[] = [], url = process.env.STORIES_OWNER_URL): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.provider_id', $1, true)", [provider.id]);
    const { rows: found } = await client.query<Row>(question, given);
    await client.query("commit");
    return found;
  } finally {
    await client.end();
  }
}

/** How many ideas say exactly this. */
export async function ideasSaying(provider: { id: string }, what: string, url?: string): Promise<number> {
  return (await rows(provider, "select id from ideas where what = $1", [what], url)).length;
}
