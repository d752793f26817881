import { expect, test } from "vitest";
import type { z } from "zod";
import { ChangedGroup, groupLanguages, NewGroup, OneGroup } from "#lib/groups/group.ts";
import { languages } from "#lib/language/languages.ts";

const id = "01900000-0000-7000-8000-0000000000d0";
const round = { id, network: id, name: "Round table", speaks: "lv", aboutSize: "12", contact: id };

function wrong(schema: z.ZodType, form: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries((schema.safeParse(form).error?.issues ?? []).map(({ path, message }) => [path.join("."), message]));
}

test("a group is a name, a language, about how many, a contact and its network", () => {
  expect(NewGroup.parse({ ...round, name: " Round table " })).toEqual({ ...round, aboutSize: 12 });
});

test("an empty form names every field at once", () => {
  expect(wrong(NewGroup, { id })).toEqual({ name: "groupNameMissing", speaks: "languageMissing", aboutSize: "aboutSizeWrong", contact: "contactMissing", network: "networkMissing" });
  expect(wrong(NewGroup, { id, name: "", speaks: "", aboutSize: "", contact: "", network: "" })).toEqual(wrong(NewGroup, { id }));
});

test.each(["1", "501", "about 12", ""])("“%s” is no size of a group", (aboutSize) => {
  expect(wrong(NewGroup, { ...round, aboutSize })).toEqual({ aboutSize: "aboutSizeWrong" });
});

test("a name may be 80 signs long", () => {
  expect(wrong(NewGroup, { ...round, name: "ā".repeat(80) })).toEqual({});
  expect(wrong(NewGroup, { ...round, name: "ā".repeat(81) })).toEqual({ name: "tooLong" });
});

test("a change says which group and which version it has seen", () => {
  const { id: _, network: __, ...words } = round;
  expect(wrong(ChangedGroup, { ...words, group: id, version: "3" })).toEqual({});
  expect(wrong(ChangedGroup, { ...words, group: "random", version: "0" })).toEqual({ group: "strange", version: "strange" });
  expect(wrong(OneGroup, { group: "' or true --" })).toEqual({ group: "strange" });
});

test("a group may speak every language of the product, and every code is one that browsers can name", () => {
  expect(groupLanguages).toEqual(expect.arrayContaining([...languages]));
  for (const code of groupLanguages) for (const reader of languages) expect(new Intl.DisplayNames([reader], { type: "language" }).of(code)).not.toBe(code);
});
