import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { rows } from "./rows.ts";
import { catalogue, expect } from "./story.ts";
import { home, ozolmuiza, placeIn, unlike, vidzeme } from "./walk.ts";

const here = placeIn("en");
const { idea } = catalogue("en");

export const projectPage = (id: string) => `${home(here)}/projects/${id}`;

/** The day so many days before today, as a date field wants it. */
export const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

type Project = { state?: "forming" | "running" | "paused" | "closed"; /** Who looks after it. */ by?: string };

/** A micro project of this story's own, begun ten days ago. */
export async function aProject({ state = "running", by: who = ozolmuiza.contact }: Project = {}): Promise<{ id: string; title: string }> {
  const [id, title] = [randomUUID(), unlike("Siltumnīca pie skolas")];
  await rows(vidzeme, `insert into projects (id, network_id, title, place, language, origin, focus_group, owner, owner_called, state, created_at)
    values ($1, $2, $3, 'Ozolmuiža', 'lv', 'written', 'older people', 'end user', 'Ausma', $4, moment() - interval '10 days')`, [id, ozolmuiza.id, title, state]);
  for (const [at, step] of ["formed", ...(state === "forming" ? [] : ["started"]), ...(state === "paused" || state === "closed" ? [state] : [])].entries()) {
    await rows(vidzeme, `insert into project_steps (id, project_id, step, why, language, member_id, at) values (gen_random_uuid(), $1, $2, $3, 'lv', $4, moment() - interval '10 days' + make_interval(hours => $5))`, [id, step, step === "paused" ? "Gaidām." : "", who, at]);
  }
  await rows(vidzeme, "insert into project_people (id, project_id, role, member_id, named_by) values (gen_random_uuid(), $1, 'facilitator', $2, $2)", [id, who]);
  return { id, title };
}

/** Staff answer an idea, so that it can become a micro project. */
export async function answer(staff: Page, ideaId: string, words: string): Promise<void> {
  await staff.goto(`${home(here)}/ideas/${ideaId}`);
  await staff.getByRole("textbox", { name: idea.answerLabel }).fill(words);
  await staff.getByRole("button", { name: idea.send, exact: true }).click();
  await expect(staff.getByRole("region", { name: idea.answerTitle, exact: true }).getByText(words)).toBeVisible();
}

/** Opens a line that unfolds more, unless it stands open. */
export async function unfold(page: Page, label: string): Promise<void> {
  const fold = page.locator("details", { has: page.locator("summary").getByText(label, { exact: true }) }).last();
  await expect(async () => {
    if (!(await fold.evaluate((details: HTMLDetailsElement) => details.open))) await fold.locator("summary").click();
    expect(await fold.evaluate((details: HTMLDetailsElement) => details.open)).toBe(true);
  }).toPass();
}
