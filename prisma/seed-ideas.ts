import type pg from "pg";
import { answerDays } from "#lib/ideas/idea.ts";
import { ticketHash, ticketWords } from "#lib/ideas/ticket.ts";
import type { IdeaInWorld, ProviderInWorld } from "#prisma/world-types.ts";

type Said = IdeaInWorld & { networkId: string; at: string };

/** A provider's ideas with their authors, answers, tickets and what still waits; the transaction's provider and time zone are set. */
export async function seedIdeas(client: pg.ClientBase, provider: ProviderInWorld, ticketKey: string): Promise<void> {
  const ideas = provider.networks.flatMap((network) => network.ideas.map((idea, index) => ({ ...idea, networkId: network.id, at: timeOfDay(idea, index) })));
  await knowAuthors(client, provider, ideas);
  await propose(client, ideas);
  await answer(client, ideas);
  await client.query(
    `insert into waits (noun, subject_id, network_id, since, due_at)
     select 'idea', id, network_id, created_at, (created_at::date + $1::int + 1)::timestamptz - interval '1 millisecond'
     from ideas where not exists (select from answers where answers.provider_id = ideas.provider_id and idea_id = ideas.id)`,
    [answerDays],
  );
  await giveTickets(client, ideas, { providerId: provider.id, key: ticketKey });
}

// People write in the evening; staff type what they heard by day.
function timeOfDay({ spoke }: IdeaInWorld, index: number): string {
  const [hour, minute] = [spoke === "self" ? 19 + (index % 3) : 10 + (index % 5), (index * 17 + 8) % 60];
  return `${hour}:${String(minute).padStart(2, "0")}`;
}

/** The participants of the cast, and for every other author a nameless one. */
async function knowAuthors(client: pg.ClientBase, { participants, language }: ProviderInWorld, ideas: Said[]): Promise<void> {
  const cast = participants.map(({ participant }) => ({ author: participant, language, daysAgo: 61, at: "18:20" }));
  await client.query(
    `insert into participants (id, language, created_at)
     select author, min(language), min(moment()::date - "daysAgo" + at)
     from jsonb_to_recordset($1) as each (author uuid, language text, "daysAgo" int, at time) group by author`,
    [JSON.stringify([...cast, ...ideas])],
  );
}

/** The oldest gets the lowest number. */
async function propose(client: pg.ClientBase, ideas: Said[]): Promise<void> {
  await client.query(
    `insert into ideas (id, network_id, what, for_whom, we_have, language, origin, author_id, spoke, heads, group_id, typed_by, read_back, read_back_reason, created_at)
     select id, "networkId", what, "forWhom", "weHave", language, coalesce(origin, case when "typedBy" is null then 'written' else 'typed for' end),
       author, spoke, heads, "group", "typedBy", "readBack", "readBackReason", moment()::date - "daysAgo" + at
     from jsonb_to_recordset($1) as each (id uuid, "networkId" uuid, what text, "forWhom" text, "weHave" text, language text, origin text, author uuid, spoke text,
       heads int, "group" uuid, "typedBy" uuid, "readBack" text, "readBackReason" text, "daysAgo" int, at time)
     order by "daysAgo" desc, at, id`,
    [JSON.stringify(ideas)],
  );
}

async function answer(client: pg.ClientBase, ideas: Said[]): Promise<void> {
  const answers = ideas.flatMap(({ id, language, origin, answer }) => (answer ? [{ id, language, origin, at: "15:40", ...answer, version: answer.former ? 2 : 1 }] : []));
  const former = answers.flatMap(({ id, language, former }) => (former ? [{ id, language, at: "11:15", ...former, version: 1 }] : []));
  const each = `from jsonb_to_recordset($1) as each (id uuid, text text, language text, origin text, by uuid, version int, "daysAgo" int, at time, "notNow" boolean)`;
  await client.query(
    `insert into answers (idea_id, text, language, origin, author_id, version, written_at)
     select id, text, language, coalesce(origin, 'written'), by, version, moment()::date - "daysAgo" + at ${each}`,
    [JSON.stringify(answers)],
  );
  await client.query(
    `insert into answer_versions (idea_id, version, text, language, author_id, written_at)
     select id, version, text, language, by, moment()::date - "daysAgo" + at ${each}`,
    [JSON.stringify(former)],
  );
  await client.query(
    `insert into deferrals (idea_id, answer_version, created_at)
     select id, version, moment()::date - "daysAgo" + at ${each} where "notNow"`,
    [JSON.stringify(answers)],
  );
}

async function giveTickets(client: pg.ClientBase, ideas: Said[], { providerId, key }: { providerId: string; key: string }): Promise<void> {
  const tickets = ideas.map(({ id, language }) => {
    const words = ticketWords({ providerId, ideaId: id, attempt: 0, language }, key).join(" ");
    return { id, language, hash: ticketHash(providerId, words, key).toString("hex") };
  });
  await client.query(
    `insert into tickets (idea_id, language, attempt, words_hash, created_at)
     select each.id, each.language, 0, decode(hash, 'hex'), created_at
     from jsonb_to_recordset($1) as each (id uuid, language text, hash text) join ideas using (id)`,
    [JSON.stringify(tickets)],
  );
}
