/** A participant's own page: their words and the answers, the next meeting, what waits for them. */
import { answer } from "./support/projects.ts";
import { catalogue, expect, fits, readAll, test } from "./support/story.ts";
import { dithmarschen, home, networkPage, openTicket, ozolmuiza, placeIn, sayIdea, sayWhat, unlike } from "./support/walk.ts";

const here = placeIn("en");
const { me, network, ticket } = catalogue("en");
const page = `${home(here)}/me`;

for (const script of [true, false]) {
  const how = script ? "with" : "without";

  test(`a visitor finds what they said, the answer, what they began and the next meeting on their page ${how} JavaScript`, async ({ phone, as }) => {
    const mine = await phone({ javaScriptEnabled: script });
    const [first, second, begun] = [unlike("Soliņš pie veikala"), unlike("Deju vakars"), unlike("Vēl nav gatavs")];
    const { id } = await sayIdea(mine, here, { what: first });
    await sayIdea(mine, here, { what: second });
    await mine.getByRole("main").getByRole("link", { name: ticket.mine }).click();
    await expect(mine.getByRole("heading", { level: 1, name: me.headline })).toBeVisible();
    const ideas = mine.getByRole("list", { name: me.ideasTitle }).getByRole("listitem");
    await expect(ideas).toHaveCount(2);
    for (const words of [first, second]) await expect(ideas.filter({ hasText: words }).getByText(me.states.waiting, { exact: true })).toBeVisible();
    await expect(mine.getByText(/^2 of your ideas wait/)).toBeVisible();
    await expect(mine.getByRole("list", { name: me.meetTitle }).getByText(ozolmuiza.name)).toBeVisible();
    await fits(mine);

    await answer(await as("ilze"), id, "Yes, on Saturday.");
    await sayWhat(mine, here, begun);
    await mine.goto(networkPage(here));
    await mine.getByRole("main").getByRole("link", { name: network.mine }).click();
    await expect(ideas.filter({ hasText: first }).getByText(me.states.answered, { exact: true })).toBeVisible();
    await expect(mine.getByText(me.newAnswer)).toBeVisible();
    await expect(mine.getByText(me.draft)).toBeVisible();
    await mine.getByRole("link", { name: me.goOn }).click();
    await expect(mine.getByText(begun)).toBeVisible();
    await mine.goto(page);
    await mine.getByRole("link", { name: new RegExp(`^${me.readAnswer}`) }).first().click();
    await expect(mine.getByText("Yes, on Saturday.")).toBeVisible();
  });

  test(`who types three words sees that one idea on their page ${how} JavaScript, nobody else's, and nothing of it at another provider`, async ({ phone }) => {
    const author = await phone({ javaScriptEnabled: script });
    const [shown, other] = [unlike("Kopīgs zāles pļāvējs"), unlike("Tikai man")];
    const { words } = await sayIdea(author, here, { what: shown });
    await sayIdea(author, here, { what: other });
    const reader = await phone({ javaScriptEnabled: script });
    await reader.goto(page);
    await expect(reader.getByText(me.noneTitle), "before, the page teaches the ways to it").toBeVisible();
    await fits(reader);
    await reader.getByRole("link", { name: me.wayTicketButton }).click();
    await openTicket(reader, here, words);
    await expect(reader.getByText(shown)).toBeVisible();
    await reader.goto(page);
    await expect(reader.getByRole("list", { name: me.ideasTitle }).getByRole("listitem")).toHaveCount(1);
    expect(await readAll(reader)).not.toContain(other);
    await fits(reader);
    await reader.goto(`/en/at/${dithmarschen.slug}/me`);
    await expect(reader.getByText(me.noneTitle)).toBeVisible();
    expect(await readAll(reader)).not.toContain(shown);
  });
}

test("Valdis sees his own ideas and states in words, and a micro project that came of one; finishing clears the page", async ({ phone, as }) => {
  const valdis = await as("valdis");
  await valdis.goto(page);
  const ideas = valdis.getByRole("list", { name: me.ideasTitle });
  await expect(ideas.getByText(me.states.answered, { exact: true }).or(ideas.getByText(me.states.project, { exact: true })).first()).toBeVisible();
  await fits(valdis);

  const visitor = await phone();
  await sayIdea(visitor, here, { what: unlike("Pēc tam viss tukšs") });
  await visitor.goto(page);
  await visitor.getByRole("button", { name: catalogue("en").nav.finish }).click();
  await visitor.goto(page);
  await expect(visitor.getByText(me.noneTitle)).toBeVisible();
});
