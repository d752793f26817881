import { z } from "zod";
import { count } from "#lib/action/text.ts";

/** Somebody switches sharing on: they have read this version of the text. */
export const AgreedSharing = z.object({
  read: z.literal("yes", { error: "readMissing" }),
  textVersion: count(0, 100_000, "strange"),
});
