"use server";
import { action } from "#lib/action/action.ts";
import { changePlate, Doorplate } from "./doorplate.ts";

export const changeDoorplate = action("change doorplate", {
  input: Doorplate, subject: "provider",
  do: ({ db, actor, input, language }) => changePlate(db, actor, input, language),
});
