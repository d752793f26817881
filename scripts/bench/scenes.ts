/** What is measured: the bare pages, our pages and two deeds, each with who asks. */
import { rowsOf } from "./world.ts";
import type { Kind } from "./budgets.ts";
import { cookieOf, participantsEach, slugOf, staffEach, type Who } from "./sessions.ts";
import type { Size } from "./sizes.ts";

export type Body = { cookie: string; form: Record<string, string> };
export type Scene = { name: string; kind: Kind; path: string; as: Who | "visitor"; cookie?: string; bodies?: Body[] };

export const barePages: Scene[] = [
  { name: "bare page, one query by pg", kind: "bare", path: "/pg", as: "visitor" },
  { name: "bare page, one query by Prisma", kind: "bare", path: "/prisma", as: "visitor" },
];

/** Our pages, at the largest provider; everything that asks for an id asks for one that the world has. */
export async function ourPages(ownerUrl: string): Promise<Scene[]> {
  const slug = slugOf(1);
  const [found] = await rowsOf<{ idea: string; project: string; ticket: string; author: number }>(ownerUrl, slug, `
    select (select subject_id from waits order by due_at limit 1) as idea,
      (select id from projects where state = 'running' order by number limit 1) as project, own.id as ticket, 1 + own.number / 3 as author
    from ideas own join answers on idea_id = own.id where number between 1 and 29 and spoke = 'self' order by number limit 1`);
  if (!found) throw new Error("the world has no idea with an answer among its first");
  const page = (name: string, kind: Kind, as: Scene["as"], path: string, number = 1): Scene => ({ name, kind, as, path: `/en/at/${slug}${path}`, cookie: as === "visitor" ? undefined : cookieOf(slug, as, number) });
  return [
    page("ideas of a quarter", "list", "leader", "/picture/ideas"),
    page("projects", "list", "staff", "/projects"),
    page("idea", "detail", "staff", `/ideas/${found.idea}`),
    page("project", "detail", "staff", `/projects/${found.project}`),
    page("today", "dashboard", "staff", "/today"),
    page("picture", "dashboard", "leader", "/picture"),
    { name: "regions", kind: "dashboard", as: "visitor", path: "/en/regions?region=LV00C&region=DEF05&region=SE332" },
    page("ticket", "detail", "participant", `/ticket/${found.ticket}`, found.author),
    page("propose form", "detail", "visitor", "/networks/village-01/propose"),
    page("network", "detail", "visitor", "/networks/village-01"),
  ];
}

/** Pages whose work could grow with the rows, at two providers that differ in nothing but those. */
export function pairedPages({ providers, pair }: Size): { page: string; few: Scene; many: Scene }[] {
  const page = (at: number, kind: Kind, as: Who, path: string): Scene => ({ name: `${path.slice(1)} with ${pair[at]} ideas`, kind, as, path: `/en/at/${slugOf(providers + 1 + at)}${path}`, cookie: cookieOf(slugOf(providers + 1 + at), as) });
  const both = (kind: Kind, as: Who, path: string) => ({ page: path.slice(1), few: page(0, kind, as, path), many: page(1, kind, as, path) });
  return [both("dashboard", "staff", "/today"), both("list", "staff", "/projects"), both("list", "leader", "/picture/ideas")];
}

/** Everybody sends in turn, so that the product's own limits for a person and a network stay on and stop nobody. */
export async function ourDeeds(ownerUrl: string, { providers }: Size): Promise<{ propose: Scene; log: Scene }> {
  const slugs = Array.from({ length: providers }, (_, at) => slugOf(at + 1));
  const spoken = counting(participantsEach(providers)).flatMap((number) => slugs.map((slug): Body => ({
    cookie: cookieOf(slug, "participant", number),
    form: { provider: slug, language: "en", network: `village-0${1 + (number % 3)}`, what: "A bench where the bus stops, for whoever waits there with a stick.", forWhom: "older people", weHave: "boards" },
  })));
  const running: { slug: string; project: string; day: string }[] = [];
  for (const slug of slugs) {
    const [found] = await rowsOf<{ project: string; day: string }>(ownerUrl, slug, "select id as project, to_char(moment() at time zone 'Europe/Riga', 'YYYY-MM-DD') as day from projects where state = 'running' order by number limit 1");
    if (found) running.push({ slug, ...found });
  }
  const happened = counting(staffEach).flatMap((number) => running.map(({ slug, project, day }): Body => ({
    cookie: cookieOf(slug, "staff", number),
    form: { provider: slug, language: "en", project, happenedOn: day, what: "We cooked for the whole street.", surprised: "The mayor came.", next: "Once a month.", newcomers: "3", regulars: "9", children: "4", hours: "2.5" },
  })));
  return {
    propose: { name: "propose an idea", kind: "write", as: "participant", path: "/api/deeds/propose-idea", bodies: spoken },
    log: { name: "log an activity", kind: "write", as: "staff", path: "/api/deeds/log-activity", bodies: happened },
  };
}

const counting = (many: number) => Array.from({ length: many }, (_, at) => at + 1);
