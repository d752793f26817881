"use server";
import { z } from "zod";
import { action } from "#lib/action/action.ts";
import { AgreedSharing } from "./sharing.ts";
import { share, stop } from "./sharing-steps.ts";

export const shareFigures = action("share figures", {
  input: AgreedSharing, subject: "sharing",
  do: ({ db, actor, input, language }) => share(db, actor, { textVersion: input.textVersion, locale: language }),
  goTo: () => "/sharing",
});

export const stopSharing = action("stop sharing", {
  input: z.object({}), subject: "sharing",
  do: ({ db, actor, language }) => stop(db, actor, { locale: language }),
  goTo: () => "/sharing",
});
