import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import GroupsPage from "#app/[locale]/at/[provider]/groups/page.tsx";
import IdeaPage from "#app/[locale]/at/[provider]/ideas/[idea]/page.tsx";
import MyPage from "#app/[locale]/at/[provider]/me/page.tsx";
import NetworkPage from "#app/[locale]/at/[provider]/networks/[network]/page.tsx";
import StepPage from "#app/[locale]/at/[provider]/networks/[network]/propose/[draft]/[step]/page.tsx";
import PeoplePage from "#app/[locale]/at/[provider]/people/page.tsx";
import MemberPage from "#app/[locale]/at/[provider]/people/[member]/page.tsx";
import SettingsPage from "#app/[locale]/at/[provider]/settings/page.tsx";
import NewNetworkPage from "#app/[locale]/at/[provider]/settings/networks/new/page.tsx";
import NetworkSettingsPage from "#app/[locale]/at/[provider]/settings/networks/[network]/page.tsx";
import NetworkTextsPage from "#app/[locale]/at/[provider]/settings/networks/[network]/texts/page.tsx";
import PictureListPage from "#app/[locale]/at/[provider]/picture/[figure]/page.tsx";
import PicturePage from "#app/[locale]/at/[provider]/picture/page.tsx";
import ActivityPage from "#app/[locale]/at/[provider]/projects/[project]/activities/[activity]/page.tsx";
import LogPage from "#app/[locale]/at/[provider]/projects/[project]/log/page.tsx";
import ProjectPage from "#app/[locale]/at/[provider]/projects/[project]/page.tsx";
import NewProjectPage from "#app/[locale]/at/[provider]/projects/new/page.tsx";
import ProjectsPage from "#app/[locale]/at/[provider]/projects/page.tsx";
import ProviderPage from "#app/[locale]/at/[provider]/page.tsx";
import ProgrammesPage from "#app/[locale]/at/[provider]/programmes/page.tsx";
import TicketOfIdea from "#app/[locale]/at/[provider]/ticket/[idea]/page.tsx";
import TodayPage from "#app/[locale]/at/[provider]/today/page.tsx";
import ProgrammePage from "#app/[locale]/programme/[programme]/page.tsx";
import InvitePage from "#app/[locale]/programme/[programme]/invite/page.tsx";
import { changeNetwork, makeNetwork, replaceCode, writeNetworkTexts } from "#lib/networks/actions.ts";
import { changeRoles, inviteAgain, inviteMember, restoreMember, suspendMember } from "#lib/people/actions.ts";
import { changeDoorplate } from "#lib/providers/actions.ts";
import { changeActivity, logActivity, putBackActivity, takeBackActivity } from "#lib/diary/actions.ts";
import { dayIn } from "#lib/diary/day.ts";
import { adoptIdea, beginProject, changeProject, closeProject, endRole, namePerson, pauseProject, reopenProject, startProject, stopProject } from "#lib/projects/actions.ts";
import { answerIdea, keepDraft, proposeIdea } from "#lib/ideas/actions.ts";
import { answerInvitation, invitePartner, inviteProvider, restorePartner, saveComparison, suspendPartner } from "#lib/programmes/actions.ts";
import { programme } from "#prisma/world.ts";
import { randomUUID } from "node:crypto";
import { anIdea, words as projectWords } from "./projects/story.ts";
import { as, inTheWorld, isSentOn, vidzeme, visitor, type Person } from "./support/people.ts";
import { countingStatements } from "./support/statements.ts";

const world = inTheWorld();
const network = "ozolmuiza";
const props = (params: Record<string, string> = {}, search: Record<string, string> = {}) =>
  ({ params: Promise.resolve({ locale: "en", provider: "vidzeme", ...params }), searchParams: Promise.resolve(search) }) as never;

/** How many statements a person's page or deed takes, sign-in question, begin, set and commit included. */
const asked = (person: Person, page: () => Promise<unknown>) => countingStatements(async () => expect(await person.sees(page)).not.toBe("not found"));

async function pages(): Promise<Record<string, number>> {
  const [ilze, valdis, maris] = await Promise.all([as("ilze"), as("valdis"), as("maris")]);
  const [manager, liene] = [await managerOfProgramme(), await as("liene")];
  const [waiting] = await world.rows<{ subject_id: string }>(vidzeme, "select subject_id from waits order by due_at limit 1");
  const own = vidzeme.networks.flatMap(({ ideas }) => ideas).find(({ author }) => author === vidzeme.participants[0]?.participant);
  const diary = (await world.rows<{ project: string; activity: string }>(vidzeme, "select project_id as project, id as activity from activities order by happened_on desc, id limit 1"))[0] ?? { project: "", activity: "" };
  return {
    projects: await asked(ilze, () => ProjectsPage(props())),
    project: await asked(ilze, () => ProjectPage(props(diary))),
    "a new project": await asked(ilze, () => NewProjectPage(props())),
    "an idea to adopt": await asked(ilze, () => NewProjectPage(props({}, { idea: waiting?.subject_id ?? "" }))),
    "an activity to log": await asked(ilze, () => LogPage(props(diary))),
    activity: await asked(ilze, () => ActivityPage(props(diary))),
    today: await asked(ilze, () => TodayPage(props())),
    "a leader's today": await asked(maris, () => TodayPage(props())),
    idea: await asked(ilze, () => IdeaPage(props({ idea: waiting?.subject_id ?? "" }))),
    ticket: await asked(valdis, () => TicketOfIdea(props({ idea: own?.id ?? "" }))),
    network: await asked(valdis, () => NetworkPage(props({ network }))),
    provider: await asked(visitor(), () => ProviderPage(props())),
    groups: await asked(ilze, () => GroupsPage(props())),
    picture: await asked(maris, () => PicturePage(props())),
    "a list of the picture": await asked(maris, () => PictureListPage(props({ figure: "ideas" }, { network }))),
    "my page": await asked(valdis, () => MyPage(props())),
    programmes: await asked(maris, () => ProgrammesPage(props())),
    programme: await asked(manager, () => ProgrammePage(props({ programme: programme.slug }))),
    invite: await asked(manager, () => InvitePage(props({ programme: programme.slug }))),
    people: await asked(liene, () => PeoplePage(props())),
    person: await asked(liene, () => MemberPage(props({ member: vidzeme.members[0]?.member ?? "" }))),
    settings: await asked(liene, () => SettingsPage(props())),
    "a new network": await asked(liene, () => NewNetworkPage(props())),
    "a network's settings": await asked(liene, () => NetworkSettingsPage(props({ network }))),
    "a network's texts": await asked(liene, () => NetworkTextsPage(props({ network }, { speaks: "lv" }))),
    step: await asked(valdis, () => StepPage(props({ network, draft: randomUUID(), step: "for-whom" }))),
  };
}

// A list may take 6, a detail 7, a dashboard 10: today is one, with what waits and where to write.
const most: Record<string, number> = { projects: 6, project: 7, "a new project": 7, "an idea to adopt": 7, "an activity to log": 7, activity: 7, people: 6, person: 7, settings: 7, "a new network": 6, "a network's settings": 7, "a network's texts": 7, picture: 10, "a list of the picture": 6, today: 10, "a leader's today": 6, idea: 7, ticket: 7, network: 7, provider: 6, groups: 6, step: 7, "my page": 7, programmes: 6, programme: 10, invite: 6 };
const small: { counts: Record<string, number> } = { counts: {} };

describe("an ordinary provider", () => {
  beforeAll(async () => void (small.counts = await pages()));
  test.each(Object.keys(most))("%s stays within its statements", (page) => expect(small.counts[page]).toBeLessThanOrEqual(most[page] ?? 0));
  test("reading asks at least who enters, for the place and its end", () => expect(Math.min(...Object.values(small.counts))).toBeGreaterThanOrEqual(4));
});

describe("deeds", () => {
  const words = () => ({ id: randomUUID(), network, what: "A bench at the bus stop", step: "what" });

  test("somebody's first contribution takes at most 14", async () => {
    const stranger = visitor();
    expect(await countingStatements(() => stranger.does(keepDraft, words()))).toBeLessThanOrEqual(14);
  });

  test("going on takes at most 9, sending the idea at most 14", async () => {
    const person = visitor();
    const first = words();
    await person.does(keepDraft, first);
    expect(await countingStatements(() => person.does(keepDraft, words()))).toBeLessThanOrEqual(9);
    expect(await countingStatements(() => person.does(keepDraft, { ...first, step: "for-whom", forWhom: "everybody" }))).toBeLessThanOrEqual(9);
    expect(await countingStatements(async () => expect(isSentOn(await person.does(proposeIdea, { ...first, weHave: "wood" }))).toBe(true))).toBeLessThanOrEqual(14);
  });

  test("what an administrator does takes at most 9", async () => {
    const liene = await as("liene");
    const counted = (deed: Parameters<Person["does"]>[0], form: Record<string, string>) => countingStatements(async () => expect(await liene.does(deed, form)).toSatisfy((answer) => isSentOn(answer) || answer.ok));
    const [member, id, contact] = [randomUUID(), randomUUID(), vidzeme.members[0]?.member ?? ""];
    const codeOf = async (place: string) => (await world.rows<{ code: string }>(vidzeme, "select code from visitor_codes where network_id = $1", [place]))[0]?.code ?? "";
    const card = { name: "Mushroom village", place: "Priežmala", focusGroup: "older people", speaks: "lv", contact };
    const texts = { welcome: "We are neighbours.", houseRules: "One speaks.", whoSees: "The staff." };
    const invited = { id: randomUUID(), name: "Anete", email: "anete@example.org", reads: "lv", staff: "yes" };
    await liene.does(inviteMember, invited); // the queue is looked up once in a product's life
    const counts = [
      await counted(inviteMember, { id: member, name: "Kristīne", email: "kristine@example.org", reads: "lv", staff: "yes" }),
      await counted(inviteAgain, { member }),
      await counted(changeRoles, { member, leader: "yes" }),
      await counted(suspendMember, { member }),
      await counted(restoreMember, { member }),
      await counted(changeDoorplate, { name: "Vidzeme", speaks: "lv", timeZone: "Europe/Riga", region: "LV005" }),
      await counted(makeNetwork, { id, ...card, ...texts }),
      await counted(changeNetwork, { network: id, version: "1", ...card, name: "Mushroom town" }),
      await counted(writeNetworkTexts, { network: id, speaks: "lv", version: "1", ...texts, welcome: "We are many." }),
      await counted(replaceCode, { network: id, id: randomUUID(), replaces: await codeOf(id) }),
    ];
    expect(counts.filter((count) => count > 9)).toEqual([]);
  });

  test("everything in a micro project and its diary takes at most 9", async () => {
    const ilze = await as("ilze");
    const counted = (deed: Parameters<Person["does"]>[0], form: Record<string, string>) => countingStatements(async () => expect(await ilze.does(deed, form)).toSatisfy(isSentOn));
    const [idea, project, person, activity, place] = [await anIdea(ilze), randomUUID(), randomUUID(), randomUUID(), vidzeme.networks[0]];
    const step = { project, why: "It is winter.", outcome: "ended as planned", told: "It is done.", learned: "it works." };
    const entry = { project, happenedOn: dayIn(new Date(), vidzeme.timeZone), what: "We cooked.", newcomers: "3", regulars: "9", children: "4", hours: "2" };
    const own = projectWords({ group: String(place?.groups[0]?.id), owner: "group" });
    const counts = [
      await counted(adoptIdea, { ...own, idea, id: project }),
      await counted(beginProject, { ...own, network: String(place?.id), withoutIdea: "It began by itself." }),
      await counted(changeProject, { ...own, project, version: "1", title: "Another title" }),
      await counted(namePerson, { project, id: person, role: "helper", called: "Velta" }),
      await counted(endRole, { person }),
      await counted(startProject, { ...step, id: randomUUID() }),
      await counted(logActivity, { ...entry, id: activity }),
      await counted(changeActivity, { ...entry, activity, version: "1", what: "We baked." }),
      await counted(takeBackActivity, { activity }),
      await counted(putBackActivity, { activity }),
      await counted(pauseProject, { ...step, id: randomUUID() }),
      await counted(closeProject, { ...step, id: randomUUID() }),
      await counted(reopenProject, { ...step, id: randomUUID() }),
      await counted(stopProject, { ...step, id: randomUUID() }),
    ];
    expect(Math.max(...counts)).toBeLessThanOrEqual(9);
  });

  test("answering takes at most 9, and so does changing the answer", async () => {
    const ilze = await as("ilze");
    const [idea] = await world.rows<{ subject_id: string }>(vidzeme, "select subject_id from waits order by due_at limit 1");
    const answer = (version: number) => countingStatements(async () => expect(isSentOn(await ilze.does(answerIdea, { idea: idea?.subject_id ?? "", version: String(version), text: "We ask the road office." }))).toBe(true));
    expect(await answer(0)).toBeLessThanOrEqual(9);
    expect(await answer(1)).toBeLessThanOrEqual(9);
  });
});

describe("a programme's deeds take at most 9", () => {
  const count = async (person: Person, deed: Parameters<Person["does"]>[0], form: Record<string, string>) =>
    countingStatements(async () => expect(await person.does(deed, { programme: programme.slug, ...form })).not.toBe("not found"));

  test("to invite a provider, to answer, to invite a person, to keep a comparison", async () => {
    const [manager, maris] = [await managerOfProgramme(), await as("maris")];
    const deeds = async () => {
      const id = randomUUID();
      await world.owner.query("select set_config('app.provider_id', $1, false), set_config('app.programme_id', $2, false)", [vidzeme.id, programme.id]);
      await world.owner.query("update joinings set state = 'invited'");
      await world.owner.query("update partnerships set state = 'left' where provider_id = $1", [vidzeme.id]);
      return [
        await count(manager, inviteProvider, { invited: vidzeme.id }),
        await count(maris, answerInvitation, { invitation: programme.id, says: "joined" }),
        await count(manager, invitePartner, { id, name: "Aino", email: `${id}@example.org`, speaks: "en", role: "partner" }),
        await count(manager, suspendPartner, { member: id }),
        await count(manager, restorePartner, { member: id }),
        await count(manager, saveComparison, { id, name: "Coast", regions: "LV00C,DEF05", indicator: "ideas", first: "2025-Q1", last: "2025-Q2" }),
      ];
    };
    await deeds(); // a queue is looked up once by every process
    expect(Math.max(...(await deeds()))).toBeLessThanOrEqual(9);
  });
});

describe("a provider with 100,000 ideas", () => {
  beforeAll(async () => {
    await manyIdeas(100_000);
  }, 60_000);

  test("asks as often as a small one, and shows twenty", async () => {
    expect(await pages()).toEqual(small.counts);
    const ilze = await as("ilze");
    const searches: Record<string, string>[] = [{}, { after: await secondPage() }];
    const [first, second] = await Promise.all(searches.map(async (search) => JSON.stringify(await ilze.sees(() => TodayPage(props({}, search)))).length));
    expect(Math.max(first ?? 0, second ?? 0)).toBeLessThan(60_000);
  });
});

async function secondPage(): Promise<string> {
  const [twentieth] = await world.rows<{ at: string; id: string }>(vidzeme, "select floor(extract(epoch from due_at) * 1000)::text as at, subject_id as id from waits order by due_at, subject_id offset 19 limit 1");
  return `${twentieth?.at}_${twentieth?.id}`;
}

async function manyIdeas(number: number): Promise<void> {
  const owner = new pg.Client({ connectionString: world.addresses.ownerUrl });
  await owner.connect();
  try {
    await owner.query(`begin; set local app.provider_id = '${vidzeme.id}'`);
    await owner.query(
      `insert into ideas (id, number, network_id, what, for_whom, we_have, language, origin, author_id, spoke, created_at)
       select gen_random_uuid(), 1000 + n, i.network_id, 'A longer bench number ' || n, '', '', 'en', 'written', i.author_id, 'self', moment() - make_interval(mins => n)
       from generate_series(1, $1) n, (select network_id, author_id from ideas limit 1) i`, [number]);
    await owner.query("insert into waits (noun, subject_id, network_id, since, due_at) select 'idea', id, network_id, created_at, created_at + interval '28 days' from ideas where number > 1000 and number % 5 = 0");
    await owner.query("commit");
    await owner.query("analyze ideas; analyze waits");
  } finally {
    await owner.end();
  }
}
function managerOfProgramme(): Promise<Person> {
  return as(programme.members.find(({ roles }) => roles.includes("manager"))?.key ?? "");
}
