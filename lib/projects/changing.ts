import "server-only";
import { getTranslations } from "next-intl/server";
import { here, Refusal } from "#lib/action/refusal.ts";
import type { Actor } from "#lib/access/actor.ts";
import type { Db } from "#lib/data/within.ts";
import type { FocusGroup } from "#lib/networks/network.ts";
import { activeAs, groupIsHere } from "./forming.ts";
import { typedAmount } from "./money.ts";
import { columns, type ChangedProject } from "./project.ts";

const words = { title: true, place: true, focusGroup: true, groupId: true, owner: true, ownerCalled: true, ownerReason: true, planned: true, currency: true } as const;

/** Changes a project's words and keeps the former ones; a colleague's change in the meantime is shown, not overwritten. */
export async function change(db: Db, actor: Actor, project: ChangedProject, locale: string) {
  const found = here(await db.project.findFirst({ where: { id: project.project }, select: { ...words, version: true, networkId: true, network: { select: { groups: activeAs(project.group) } } }, relationLoadStrategy: "join" }));
  const { networkId, network, ...former } = found;
  if (project.group !== former.groupId) groupIsHere(project.group, network.groups); // a group that rests by now may stay
  const next = columns(project);
  const { count } = await db.project.updateMany({ where: { id: project.project, version: project.version }, data: { ...next, version: project.version + 1 } });
  if (count === 0) return savedMeanwhile(db, actor, project, locale);
  await db.projectVersion.createMany({ data: { projectId: project.project, ...former, replacedBy: here(actor.id) } });
  return { id: project.project, networkId, changed: named.filter((column) => former[column] !== next[column]) };
}

const named = ["title", "place", "focusGroup", "groupId", "owner", "ownerCalled", "ownerReason", "planned", "currency"] as const;

// What is already as it should be, as when a form is sent twice, is done; anything else is shown.
async function savedMeanwhile(db: Db, actor: Actor, project: ChangedProject, locale: string) {
  const saved = here(await db.project.findFirst({
    where: { id: project.project },
    select: { ...words, version: true, group: { select: { name: true } }, versions: { select: { replacedAt: true, replacer: { select: { name: true } } }, orderBy: { version: "desc" }, take: 1 } },
    relationLoadStrategy: "join",
  }));
  const [wanted, last, groups] = [columns(project), saved.versions[0], await getTranslations({ locale, namespace: "focusGroups" })];
  if (named.every((column) => saved[column] === wanted[column])) return { id: project.project, again: true };
  const budget = saved.planned === null ? null : `${typedAmount(saved.planned)} ${saved.currency}`;
  const text = [saved.title, saved.place, groups(saved.focusGroup as FocusGroup), saved.group?.name, saved.ownerCalled, saved.ownerReason, budget].filter(Boolean).join(" · ");
  throw new Refusal("projectChangedMeanwhile", { theirs: { text, by: last?.replacer.name ?? "", at: last?.replacedAt ?? actor.at, version: saved.version } });
}
