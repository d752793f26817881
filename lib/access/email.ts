import { z } from "zod";

/**
 * An address as it is kept and compared: in small letters. Signs that only look like a plain one would send a letter to
 * somebody else, so nothing but plain ones is taken. Messages are keys under `fields`.
 */
export const emailAddress = z
  .string({ error: "emailMissing" })
  .max(400, "emailWrong")
  .refine((typed) => !typed.includes("\u0000"), "strangeSign")
  .overwrite((typed) => typed.trim())
  .min(1, "emailMissing")
  .max(200, "emailWrong")
  .regex(/^[\x20-\x7e]*$/, "emailPlain")
  .regex(/^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i, "emailWrong")
  .overwrite((typed) => typed.toLowerCase()); // after the pattern: some foreign signs become plain ones when small
