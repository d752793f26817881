import { expect, test } from "vitest";
import type { Outcome, Theirs } from "#lib/action/outcome.ts";
import { changeGroup } from "#lib/groups/actions.ts";
import { answerIdea, deferIdea, proposeIdea } from "#lib/ideas/actions.ts";
import english from "#messages/en.json" with { type: "json" };
import { writing } from "#tests/isolation/written.ts";
import { as, inTheWorld, isSentOn, vidzeme, visitor, type Answer } from "#tests/support/people.ts";

const world = inTheWorld();

/** The second of two colleagues: what they typed, and what the first had saved. */
function second(answers: Answer[]): { typed: string | undefined; theirs: Theirs } {
  expect(answers.filter(isSentOn)).toHaveLength(1);
  const [refused] = answers.filter((answer): answer is Extract<Outcome, { ok: false }> => typeof answer === "object" && "ok" in answer && !answer.ok);
  if (!refused?.theirs) throw new Error(`nobody was shown anybody's text: ${JSON.stringify(answers)}`);
  return { typed: refused.typed.text ?? refused.typed.name, theirs: refused.theirs };
}

async function aWaitingIdea(): Promise<string> {
  const answer = await visitor().does(proposeIdea, { id: crypto.randomUUID(), network: "ozolmuiza", what: "A bench by the bus stop", spoke: "self" });
  return isSentOn(answer) ? String(answer.goTo.split("/").at(-1)) : "";
}

const saved = (idea: string) => world.rows(vidzeme, "select text, version, name as by from answers join members on members.id = author_id where idea_id = $1", [idea]);
const former = (idea: string) => world.rows(vidzeme, "select text, version, name as by from answer_versions join members on members.id = author_id where idea_id = $1 order by version", [idea]);

test("two who answer at the same moment: one answer, and the other sees both texts and has changed nothing", async () => {
  const [ilze, anna] = await Promise.all([as("ilze"), as("anna")]);
  for (const round of [1, 2, 3, 4, 5]) {
    const idea = await aWaitingIdea();
    const answers = await Promise.all([ilze.does(answerIdea, { idea, version: "0", text: `Ilze's ${round}` }), anna.does(answerIdea, { idea, version: "0", text: `Anna's ${round}` })]);
    const { typed, theirs } = second(answers);
    expect([typed, theirs.text].sort()).toEqual([`Anna's ${round}`, `Ilze's ${round}`]);
    expect(await saved(idea)).toEqual([{ text: theirs.text, version: 1, by: theirs.by }]);
    expect(await world.rows(vidzeme, "select from waits where subject_id = $1", [idea])).toEqual([]);
    expect(await world.rows(vidzeme, "select from events where subject_id = $1 and deed = 'answer idea'", [idea])).toHaveLength(1);
  }
});

test("one who answers and one who says “not now” at the same moment: whoever came first counts, and never both", async () => {
  const [ilze, anna] = await Promise.all([as("ilze"), as("anna")]);
  for (const round of [1, 2, 3, 4, 5]) {
    const idea = await aWaitingIdea();
    const { theirs } = second(await Promise.all([ilze.does(answerIdea, { idea, version: "0", text: `Yes ${round}` }), anna.does(deferIdea, { idea, version: "0", text: `Not now ${round}` })]));
    const deferrals = await world.rows(vidzeme, "select answer_version from deferrals where idea_id = $1", [idea]);
    expect(deferrals).toEqual(theirs.by === "Anna" ? [{ answer_version: 1 }] : []);
  }
});

test("who has seen the colleague's text may replace it; every former text is kept with its author", async () => {
  const [ilze, anna, idea] = [await as("ilze"), await as("anna"), await aWaitingIdea()];
  await ilze.does(answerIdea, { idea, version: "0", text: "In May." });
  const { answer: late, wrote } = await writing(world, () => anna.does(answerIdea, { idea, version: "0", text: "In June." }));
  expect(late).toMatchObject({ refusal: english.refusals.answeredMeanwhile, typed: { text: "In June." }, theirs: { text: "In May.", by: "Ilze", version: 1 } });
  expect(wrote).toEqual([]);
  expect(await anna.does(answerIdea, { idea, version: "1", text: "In June." })).toHaveProperty("goTo");
  expect(await ilze.does(answerIdea, { idea, version: "2", text: "In July." })).toHaveProperty("goTo");
  expect(await saved(idea)).toEqual([{ text: "In July.", version: 3, by: "Ilze" }]);
  expect(await former(idea)).toEqual([{ text: "In May.", version: 1, by: "Ilze" }, { text: "In June.", version: 2, by: "Anna" }]);
});

test("two who change an answer at the same moment: one change, one former text, and the other sees it", async () => {
  const [ilze, anna] = await Promise.all([as("ilze"), as("anna")]);
  for (const round of [1, 2, 3, 4, 5]) {
    const idea = await aWaitingIdea();
    await ilze.does(answerIdea, { idea, version: "0", text: "In May." });
    const { theirs } = second(await Promise.all([ilze.does(answerIdea, { idea, version: "1", text: `Ilze's ${round}` }), anna.does(answerIdea, { idea, version: "1", text: `Anna's ${round}` })]));
    expect(await saved(idea)).toEqual([{ text: theirs.text, version: 2, by: theirs.by }]);
    expect(await former(idea)).toEqual([{ text: "In May.", version: 1, by: "Ilze" }]);
  }
});

test("an answer that was “not now” and is changed is an answer; the “not now” stays in its history", async () => {
  const [ilze, idea] = [await as("ilze"), await aWaitingIdea()];
  await ilze.does(deferIdea, { idea, version: "0", text: "The road is closed." });
  await ilze.does(answerIdea, { idea, version: "1", text: "The road is open again." });
  expect(await world.rows(vidzeme, "select answer_version from deferrals where idea_id = $1", [idea])).toEqual([{ answer_version: 1 }]);
  expect(await saved(idea)).toMatchObject([{ text: "The road is open again.", version: 2 }]);
});

test("a version from the future replaces nothing", async () => {
  const [ilze, idea] = [await as("ilze"), await aWaitingIdea()];
  await ilze.does(answerIdea, { idea, version: "0", text: "In May." });
  const { answer, wrote } = await writing(world, () => ilze.does(answerIdea, { idea, version: "7", text: "In June." }));
  expect(answer).toMatchObject({ ok: false, theirs: { text: "In May.", version: 1 } });
  expect(wrote).toEqual([]);
});

test("two who change a group at the same moment: one change, its former name kept, and the other sees it", async () => {
  const [ilze, anna, group] = [await as("ilze"), await as("anna"), vidzeme.networks[0]?.groups[0]];
  const words = { group: String(group?.id), version: "1", speaks: "lv", aboutSize: "12", contact: String(group?.contact) };
  const { theirs } = second(await Promise.all([ilze.does(changeGroup, { ...words, name: "Ilze's choir" }), anna.does(changeGroup, { ...words, name: "Anna's choir" })]));
  expect(theirs.text).toContain(`${theirs.by}'s choir`);
  expect(await world.rows(vidzeme, "select name, version from groups where id = $1", [group?.id])).toEqual([{ name: `${theirs.by}'s choir`, version: 2 }]);
  const [formerly] = await world.rows(vidzeme, "select former.name, version, members.name as by from group_versions as former join members on id = replaced_by where group_id = $1", [group?.id]);
  expect(formerly).toEqual({ name: group?.name, version: 1, by: theirs.by });
});
