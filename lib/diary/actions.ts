"use server";
import { action } from "#lib/action/action.ts";
import { ChangedActivity, LoggedActivity, OneActivity } from "./activity.ts";
import { change, step } from "./changing.ts";
import { log } from "./logging.ts";

export const logActivity = action("log activity", {
  input: LoggedActivity, subject: "activity",
  do: ({ db, actor, input, language }) => log(db, actor, input, language),
});

export const changeActivity = action("change activity", {
  input: ChangedActivity, subject: "activity",
  do: ({ db, actor, input, language }) => change(db, actor, input, language),
});

export const takeBackActivity = action("take back activity", {
  input: OneActivity, subject: "activity",
  do: ({ db, actor, input }) => step(db, actor, input.activity, "taken back"),
});

export const putBackActivity = action("put back activity", {
  input: OneActivity, subject: "activity",
  do: ({ db, actor, input }) => step(db, actor, input.activity, "put back"),
});
