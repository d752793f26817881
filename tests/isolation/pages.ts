/** Every page that an address can ask for something by name, opened by everybody with every name. */
import type { ReactNode } from "react";
import GroupPage from "#app/[locale]/at/[provider]/groups/[group]/page.tsx";
import IdeaPage from "#app/[locale]/at/[provider]/ideas/[idea]/page.tsx";
import NetworkPage from "#app/[locale]/at/[provider]/networks/[network]/page.tsx";
import PosterPage from "#app/[locale]/at/[provider]/networks/[network]/poster/page.tsx";
import MemberPage from "#app/[locale]/at/[provider]/people/[member]/page.tsx";
import NetworkSettingsPage from "#app/[locale]/at/[provider]/settings/networks/[network]/page.tsx";
import NetworkTextsPage from "#app/[locale]/at/[provider]/settings/networks/[network]/texts/page.tsx";
import StepPage from "#app/[locale]/at/[provider]/networks/[network]/propose/[draft]/[step]/page.tsx";
import ProposePage from "#app/[locale]/at/[provider]/networks/[network]/propose/page.tsx";
import PictureListPage from "#app/[locale]/at/[provider]/picture/[figure]/page.tsx";
import ActivityPage from "#app/[locale]/at/[provider]/projects/[project]/activities/[activity]/page.tsx";
import LogPage from "#app/[locale]/at/[provider]/projects/[project]/log/page.tsx";
import ProjectPage from "#app/[locale]/at/[provider]/projects/[project]/page.tsx";
import TicketOfIdea from "#app/[locale]/at/[provider]/ticket/[idea]/page.tsx";
import type { Ability } from "#lib/access/abilities.ts";
import { vidzeme, type World } from "#tests/support/people.ts";
import { arriving, atHome, impersonal, isMember, kinds, mayDo, named, type Caller, type Kind } from "./callers.ts";
import { diaryProject, things, type Thing } from "./things.ts";

type Opened = {
  ability: Ability; page: (props: never) => Promise<ReactNode>; part: string; names: (member: boolean) => Thing; rest?: Record<string, string>;
  /** Shown to whose it is, and to nobody else; a step stands for everybody, with one's own words or with none. */
  toOwner?: "alone" | "with words";
};

/** By the folder of the page. The list of pages with something in brackets besides these turns the isolation test red. */
export const pages: Record<string, Opened> = {
  "networks/[network]": { ability: "see network", page: NetworkPage, part: "network", names: () => things.networkSlug },
  "networks/[network]/poster": { ability: "see network", page: PosterPage, part: "network", names: () => things.networkSlug },
  "networks/[network]/propose": { ability: "propose idea", page: ProposePage, part: "network", names: () => things.networkSlug },
  "networks/[network]/propose/[draft]/[step]": {
    ability: "propose idea", page: StepPage, part: "draft", rest: { step: "for-whom" }, toOwner: "with words",
    names: (member) => (member ? things.newDraftOfMember : things.newDraftOfParticipant),
  },
  "ideas/[idea]": { ability: "read idea", page: IdeaPage, part: "idea", names: () => things.waitingIdea },
  "ticket/[idea]": { ability: "see ticket", page: TicketOfIdea, part: "idea", names: () => things.waitingIdea, toOwner: "alone" },
  "people/[member]": { ability: "change roles", page: MemberPage, part: "member", names: () => things.member },
  "settings/networks/[network]": { ability: "change network", page: NetworkSettingsPage, part: "network", names: () => things.networkSlug },
  "settings/networks/[network]/texts": { ability: "write network texts", page: NetworkTextsPage, part: "network", names: () => things.networkSlug },
  "groups/[group]": { ability: "change group", page: GroupPage, part: "group", names: () => things.activeGroup },
  "projects/[project]": { ability: "read project", page: ProjectPage, part: "project", names: () => things.runningProject },
  "projects/[project]/log": { ability: "log activity", page: LogPage, part: "project", names: () => things.runningProject },
  "projects/[project]/activities/[activity]": { ability: "change activity", page: ActivityPage, part: "activity", rest: { project: diaryProject }, names: () => things.loggedActivity },
  "picture/[figure]": { ability: "see picture", page: PictureListPage, part: "figure", names: () => things.figure },
};

/** Opens a page as somebody by every name, and answers in sentences what was not as it should be. */
export async function surprisesOn(world: World, folder: string, caller: Caller): Promise<string[]> {
  const opened = pages[folder];
  if (!opened) throw new Error(`tests/isolation/pages.ts does not know ${folder}`);
  const thing = opened.names(isMember(caller));
  const found: string[] = [];
  for (const kind of kinds) {
    const name = await named(world, thing, kind, caller);
    if (name === undefined) continue;
    const network = atHome(caller, kind).network.slug;
    const look = async (part: string) => {
      const props = { params: Promise.resolve({ locale: "en", provider: vidzeme.slug, network, ...opened.rest, [opened.part]: part }), searchParams: Promise.resolve({}) };
      const seen = await (await arriving(caller)).sees(() => opened.page(props as never));
      return { shown: seen !== "not found", seen: impersonal(seen, part) };
    };
    const { shown, seen } = await look(name);
    if (shown !== isShown(opened, caller, thing.everywhere && kind === "another provider's" ? "own" : kind)) found.push(`${kind}: ${shown ? "shown" : "not found"}`);
    const foreign = (kind === "another provider's" && !thing.everywhere) || (kind === "a colleague's" && opened.toOwner);
    if (foreign && seen !== (await look(thing.random())).seen) found.push(`${kind} is told from one that is nowhere`);
  }
  return found;
}

function isShown({ ability, toOwner }: Opened, caller: Caller, kind: Kind): boolean {
  if (!mayDo(ability, caller) || kind === "malformed" || kind === "with NUL") return false;
  if (toOwner === "with words" || kind === "own") return true;
  return kind === "a colleague's" && !toOwner;
}
