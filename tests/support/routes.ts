/** Every page of the product with an address to open it at: for looking at them all, and for the checks that go through them all. */
import { globSync } from "node:fs";
import { idFor } from "#prisma/chance.ts";
import { cast, programme, world, type Cast, type ProviderInWorld } from "#prisma/world.ts";

/** `as`: "visitor", or the key of somebody of the cast. */
export type Route = { name: string; address: string; as: string; status: 200 | 404 };

type Opened = { name: string; path: string; as?: string; status?: 404 };

const provider = here(world[0]);
const network = here(provider.networks[0]);
const home = `/at/${provider.slug}`;
const place = `${home}/networks/${network.slug}`;
const draft = "01900000-0000-7000-8000-0000000000d0"; // a step stands without its draft too
const staff = memberAs("staff");
const leader = memberAs("leader");
const admin = memberAs("admin");
const participant = here(provider.participants.find(({ network: slug }) => slug === network.slug));
const answered = here(network.ideas.find(({ answer }) => answer));
const adopted = new Set(provider.networks.flatMap((place) => place.projects ?? []).map(({ from }) => ("idea" in from ? from.idea : "")));
const adoptable = here(provider.networks.flatMap(({ ideas }) => ideas).find(({ id, answer }) => answer && !answer.notNow && !adopted.has(id)));
const waiting = here(network.ideas.find(({ answer }) => !answer));
const own = network.ideas.filter(({ author, spoke }) => author === participant.participant && spoke === "self");
const group = here(network.groups[0]);
const projects = provider.networks.flatMap((place) => place.projects ?? []);
const running = here(projects.find(({ steps, activities }) => steps.at(-1)?.step === "started" && activities.some(({ former }) => former)));
const closed = here(projects.find(({ closing }) => closing));
const programmeHome = `/programme/${programme.slug}`;

/** By the folder of the page under app/. A page that is not here turns `routes()` red. */
const pages: Record<string, Opened[]> = {
  "demo": [{ name: "demo", path: "" }],
  "demo/mail": [{ name: "demo-letters", path: "" }],
  "[locale]/sign-in": [{ name: "sign-in", path: "/sign-in" }],
  "[locale]/sign-in/letter": [{ name: "sign-in-letter", path: "/sign-in/letter" }],
  "[locale]/sign-in/outside": [{ name: "sign-in-outside", path: "/sign-in/outside", status: 404 }], // none is set up here
  "[locale]/account/prove": [{ name: "prove", path: "/account/prove", as: staff }, { name: "prove-digits", path: "/account/prove?sent=1", as: staff }, { name: "prove-done", path: "/account/prove?done=1", as: staff }],
  "[locale]/account": [{ name: "account", path: "/account", as: staff }, { name: "account-nobody", path: "/account" }],
  "[locale]": [{ name: "landing", path: "" }],
  "[locale]/[...rest]": [{ name: "not-found", path: "/no/such/page", status: 404 }],
  "[locale]/at/[provider]": [{ name: "provider", path: home }, { name: "provider-staff", path: home, as: staff }],
  "[locale]/at/[provider]/networks/[network]": [{ name: "network", path: place }, { name: "network-staff", path: place, as: staff }],
  "[locale]/at/[provider]/networks/[network]/poster": [{ name: "poster", path: `${place}/poster` }],
  "[locale]/at/[provider]/networks/[network]/propose": [{ name: "propose", path: `${place}/propose` }, { name: "propose-staff", path: `${place}/propose`, as: staff }],
  "[locale]/at/[provider]/networks/[network]/propose/[draft]/[step]": [
    { name: "propose-what", path: `${place}/propose/${draft}/what` },
    { name: "propose-for-whom", path: `${place}/propose/${draft}/for-whom` },
    { name: "propose-we-have", path: `${place}/propose/${draft}/we-have` },
    { name: "propose-we-have-staff", path: `${place}/propose/${draft}/we-have`, as: staff },
  ],
  "[locale]/at/[provider]/today": [{ name: "today", path: `${home}/today`, as: staff }, { name: "today-leader", path: `${home}/today`, as: leader }],
  "[locale]/at/[provider]/ideas/[idea]": [{ name: "idea-waiting", path: `${home}/ideas/${waiting.id}`, as: staff }, { name: "idea-answered", path: `${home}/ideas/${answered.id}`, as: staff }],
  "[locale]/at/[provider]/ticket": [{ name: "ticket", path: `${home}/ticket` }],
  "[locale]/at/[provider]/ticket/[idea]": own.map((idea) => ({ name: idea.answer ? "ticket-answered" : "ticket-waiting", path: `${home}/ticket/${idea.id}`, as: participant.key })),
  "[locale]/at/[provider]/me": [{ name: "me", path: `${home}/me`, as: participant.key }, { name: "me-nothing", path: `${home}/me` }],
  "[locale]/at/[provider]/programmes": [{ name: "programmes", path: `${home}/programmes`, as: leader }],
  "[locale]/programme/[programme]": [{ name: "programme-partner", path: programmeHome, as: inProgramme("partner") }, { name: "programme-manager", path: programmeHome, as: inProgramme("manager") }],
  "[locale]/programme/[programme]/invite": [{ name: "programme-invite", path: `${programmeHome}/invite`, as: inProgramme("manager") }],
  "[locale]/at/[provider]/picture": [{ name: "picture", path: `${home}/picture`, as: leader }],
  "[locale]/at/[provider]/picture/[figure]": [{ name: "picture-ideas", path: `${home}/picture/ideas`, as: leader }, { name: "picture-projects", path: `${home}/picture/projects_running`, as: leader }, { name: "picture-visits", path: `${home}/picture/visits`, as: leader }],
  "[locale]/at/[provider]/people": [{ name: "people", path: `${home}/people`, as: admin }],
  "[locale]/at/[provider]/people/[member]": [{ name: "person", path: `${home}/people/${here(provider.members[0]).member}`, as: admin }],
  "[locale]/at/[provider]/settings": [{ name: "settings", path: `${home}/settings`, as: admin }],
  "[locale]/at/[provider]/settings/networks/new": [{ name: "settings-network-new", path: `${home}/settings/networks/new`, as: admin }],
  "[locale]/at/[provider]/settings/networks/[network]": [{ name: "settings-network", path: `${home}/settings/networks/${network.slug}`, as: admin }],
  "[locale]/at/[provider]/projects": [{ name: "projects", path: `${home}/projects`, as: staff }, { name: "projects-leader", path: `${home}/projects`, as: leader }],
  "[locale]/at/[provider]/projects/new": [{ name: "project-new", path: `${home}/projects/new`, as: staff }, { name: "project-adopt", path: `${home}/projects/new?idea=${adoptable.id}`, as: staff }],
  "[locale]/at/[provider]/projects/[project]": [{ name: "project", path: `${home}/projects/${running.id}`, as: staff }, { name: "project-closed", path: `${home}/projects/${closed.id}`, as: staff }],
  "[locale]/at/[provider]/projects/[project]/log": [{ name: "log", path: `${home}/projects/${running.id}/log`, as: staff }],
  "[locale]/at/[provider]/projects/[project]/activities/[activity]": [{ name: "activity", path: `${home}/projects/${running.id}/activities/${idFor("activity", running.id, running.activities.findIndex(({ former }) => former))}`, as: staff }],
  "[locale]/regions": [{ name: "regions", path: "/regions" }, { name: "regions-compared", path: "/regions?region=LV00C&region=DEF05&region=SE332" }],
  "[locale]/at/[provider]/sharing": [{ name: "sharing", path: `${home}/sharing`, as: leader }],
  "[locale]/at/[provider]/settings/networks/[network]/texts": [{ name: "settings-texts", path: `${home}/settings/networks/${network.slug}/texts?speaks=${network.language}`, as: admin }],
  "[locale]/at/[provider]/groups": [{ name: "groups", path: `${home}/groups`, as: staff }],
  "[locale]/at/[provider]/groups/[group]": [{ name: "group", path: `${home}/groups/${group.id}`, as: staff }],
};

/** One or more addresses for every page there is; a page without one, or one without its page, is an error. */
export function routes(language = "en"): Route[] {
  const there = globSync("app/**/page.tsx").map((file) => file.replaceAll("\\", "/").slice("app/".length, -"/page.tsx".length)).map((folder) => folder.split("/").filter((part) => !/^[(@]/.test(part)).join("/"));
  const [forgotten, gone] = [there.filter((folder) => !pages[folder]?.length), Object.keys(pages).filter((folder) => !there.includes(folder))];
  if (forgotten.length) throw new Error(`tests/support/routes.ts names no address for: ${forgotten.join(", ")}`);
  if (gone.length) throw new Error(`tests/support/routes.ts names pages that are gone: ${gone.join(", ")}`);
  return Object.entries(pages).flatMap(([folder, opened]) => opened.map(({ name, path, as = "visitor", status = 200 as const }) => ({ name, as, status, address: folder.startsWith("[locale]") ? `/${language}${path}` : `/${folder}${path}` })));
}

function memberAs(role: ProviderInWorld["members"][number]["roles"][number]): string {
  return here(cast.find((one): one is Cast & { kind: "member" } => one.kind === "member" && one.provider === provider && one.roles.includes(role))).key;
}

function inProgramme(role: "partner" | "manager"): string {
  return here(programme.members.find(({ roles }) => roles.includes(role))).key;
}

function here<T>(found: T | undefined): T {
  if (found === undefined) throw new Error("prisma/world.ts no longer has what tests/support/routes.ts wants to show");
  return found;
}
