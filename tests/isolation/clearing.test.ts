import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { keepDraft } from "#lib/ideas/actions.ts";
import { finishAndClear } from "#lib/people/actions.ts";
import { as, dithmarschen, inTheWorld, vidzeme, type Person } from "#tests/support/people.ts";

const world = inTheWorld();
const begins = (person: Person, what: string, place = {}) => person.does(keepDraft, { id: randomUUID(), network: "ozolmuiza", step: "what", what, spoke: "self", ...place });

test("who finishes on a shared phone takes their own beginnings along, and nobody else's, here or elsewhere", async () => {
  const [valdis, zane, ilze, hanne] = [await as("valdis"), await as("zane"), await as("ilze"), await as("hanne")];
  await begins(valdis, "Half a bench");
  await begins(zane, "Half a swing");
  await begins(ilze, "Half a choir", { spoke: "group", heads: "12", readBack: "yes" });
  await begins(hanne, "Half a boat", { network: "norderwisch" });
  await valdis.does(finishAndClear);
  expect(await world.rows(vidzeme, "select what from drafts where what like 'Half %' order by what")).toEqual([{ what: "Half a choir" }, { what: "Half a swing" }]);
  expect(await world.rows(dithmarschen, "select what from drafts where what like 'Half %'")).toEqual([{ what: "Half a boat" }]);
});
