"use server";
import { action } from "#lib/action/action.ts";
import { change, make, step } from "./changing.ts";
import { ChangedGroup, NewGroup, OneGroup } from "./group.ts";

export const makeGroup = action("make group", {
  input: NewGroup, subject: "group",
  do: ({ db, actor, input }) => make(db, actor, input),
  goTo: () => "/groups",
});

export const changeGroup = action("change group", {
  input: ChangedGroup, subject: "group",
  do: ({ db, actor, input, language }) => change(db, actor, input, language),
  goTo: () => "/groups",
});

export const restGroup = action("rest group", {
  input: OneGroup, subject: "group",
  do: ({ db, actor, input }) => step(db, actor, input.group, "rested"),
});

export const wakeGroup = action("wake group", {
  input: OneGroup, subject: "group",
  do: ({ db, actor, input }) => step(db, actor, input.group, "woken"),
});
