/** Everything that a provider's people can see of it, as text that is the same whenever the same happened. */
import { globSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { tenantTables } from "./catalogue.ts";
import type { Side } from "./history.ts";

type Page = (props: never) => Promise<unknown>;
const root = "app/[locale]/at/[provider]/";

/** Every page of a provider that there is, by its folder. */
export async function everyPage(): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>();
  for (const file of globSync("app/[[]locale]/at/[[]provider]/**/page.tsx").sort()) pages.set(file.slice(root.length, -"page.tsx".length), ((await import(path.resolve(file))) as { default: Page }).default);
  return pages;
}

/** What every page shows to each of the side's people, one line a page and person. */
export async function seen(side: Side, pages: Map<string, Page>): Promise<string[]> {
  const lines: string[] = [];
  const [network] = side.provider.networks;
  const names = {
    network: network?.slug, idea: side.newest.ideas ?? side.ideas[0], group: side.newest.groups ?? side.groups[0], project: side.newest.projects ?? side.projects[0],
    activity: side.newest.activities ?? side.provider.id, member: side.provider.members[0]?.member, figure: "ideas", draft: side.provider.id, step: "what",
  };
  for (const [folder, page] of pages) {
    for (const [who, person] of Object.entries(side.people)) {
      const shown = await person.sees(() => page({ params: Promise.resolve({ locale: "en", provider: side.provider.slug, ...names }), searchParams: Promise.resolve({}) } as never));
      lines.push(`${folder} for ${who}: ${JSON.stringify(shown)}`);
    }
  }
  return lines;
}

/** Every row of the provider's in every table, its people's roles, and the jobs that carry its name. */
export async function standing(owner: pg.ClientBase, { provider }: Side): Promise<string[]> {
  await owner.query("select set_config('app.provider_id', $1, false)", [provider.id]);
  const tables = (await tenantTables(owner)).filter(({ lead }) => lead === "provider_id").map(({ name }) => `select '${name} ' || ${name}::text as line from ${name}`);
  const beside = [
    "select 'role ' || (member_id, role, joined_at, suspended_at)::text from auth.memberships where provider_id = current_provider()",
    "select 'door ' || p::text from providers p where id = current_provider()",
    "select format('job %s %s', name, data) from pgboss.job where data ->> 'providerId' = current_provider()::text",
  ];
  const { rows } = await owner.query<{ line: string }>([...tables, ...beside].join(" union all "));
  return rows.map(({ line }) => line);
}

/** The codes that this history has made: they are drawn by lot. */
export async function newCodes(owner: pg.ClientBase, { provider }: Side): Promise<string[]> {
  await owner.query("select set_config('app.provider_id', $1, false)", [provider.id]);
  const { rows } = await owner.query<{ code: string }>("select code from visitor_codes where code <> all ($1)", [provider.networks.map(({ code }) => code)]);
  return rows.map(({ code }) => code);
}

const anyId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
export const idsIn = (lines: string[]) => new Set(lines.flatMap((line) => line.match(anyId) ?? []));

/** The same without what is made by chance: ids that no form gave and the world does not know, and new codes. */
export function withoutChance(lines: string[], known: ReadonlySet<string>, codes: readonly string[]): string[] {
  return lines.map((line) => codes.reduce((text, code) => text.replaceAll(code, "<code>").replaceAll(`${code.slice(0, 3)}-${code.slice(3)}`, "<code>"), line.replaceAll(anyId, (id) => (known.has(id) ? id : "<new>"))));
}

/** Where two tellings part, in the words around the first sign that is not the same; at most five places. */
export function apart(one: string[], other: string[]): { beside: string; alone: string }[] {
  const lines = Array.from({ length: Math.max(one.length, other.length) }, (_, at): [string, string] => [one[at] ?? "", other[at] ?? ""]);
  return lines.filter(([beside, alone]) => beside !== alone).slice(0, 5).map(([beside, alone]) => {
    const at = Array.from({ length: beside.length }, (_, place) => place).find((place) => beside[place] !== alone[place]) ?? beside.length;
    const around = (text: string) => `${text.slice(0, 60)} … ${text.slice(Math.max(0, at - 80), at + 120)}`;
    return { beside: around(beside), alone: around(alone) };
  });
}
