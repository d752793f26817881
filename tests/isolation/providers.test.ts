/** Every deed and page of a provider, by everybody, with every name. */
import { describe, expect, test } from "vitest";
import { deeds } from "#lib/action/action.ts";
import { inTheWorld } from "#tests/support/people.ts";
import { callers } from "./callers.ts";
import { everyDeed, plainly, surprisesOf } from "./deeds.ts";
import { pages, surprisesOn } from "./pages.ts";

const world = inTheWorld();
await everyDeed();

describe("the deed", () => {
  describe.each([...deeds.keys()])("“%s”", (ability) => {
    test.each(callers)("does for $who what is theirs to do, with whatever id", async (caller) => {
      const { may, answer, wrote } = await plainly(world, ability, caller);
      expect(answer !== "not found").toBe(may);
      expect(may ? [] : wrote).toEqual([]);
      expect(await surprisesOf(world, ability, caller)).toEqual([]);
    });
  });
});

describe("the page", () => {
  describe.each(Object.keys(pages))("%s", (folder) => {
    test.each(callers)("shows $who what is theirs to see, by whatever name", async (caller) => {
      expect(await surprisesOn(world, folder, caller)).toEqual([]);
    });
  });
});
