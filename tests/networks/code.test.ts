import { expect, test } from "vitest";
import { printedCode, textsFor, TypedCode } from "#lib/networks/network.ts";
import { world } from "#prisma/world.ts";

const wrong = (code: unknown) => TypedCode.safeParse({ code }).error?.issues[0]?.message;

test.each(["K7M4PX", "k7m4px", "K7M-4PX", "k7m 4px", " K7M 4PX ", "K7M.4PX", "k 7 m - 4 p x", "K7M\u00a04PX"])("“%s” is the code K7M-4PX", (typed) => {
  expect(TypedCode.parse({ code: typed })).toEqual({ code: "K7M4PX" });
});

test("an O is a zero, an I and an L are a one: a code has one spelling", () => {
  expect(TypedCode.parse({ code: "o0O iIl" })).toEqual({ code: "000111" });
});

test.each(["K7M4P", "K7M4PXX", "K7M4PU", "K7M4P!", "К7М4РХ", "K7M\u00004PX", "🙂", "%' or 1=1"])("“%s” is no code, and that is said in words", (typed) => {
  expect(wrong(typed)).toBe("codeWrong");
});

test("no code at all is asked for", () => {
  for (const nothing of ["", "  ", " - ", undefined, null, 7]) expect(wrong(nothing)).toBe("codeMissing");
});

test("a code of endless length is not read to its end", () => {
  expect(wrong("K7M4PX".repeat(10_000))).toBe("codeWrong");
});

test("what a poster prints opens when it is typed off", () => {
  const codes = world.flatMap(({ networks }) => networks.map(({ code }) => code));
  for (const code of codes) expect(TypedCode.parse({ code: printedCode(code) })).toEqual({ code });
  expect(new Set(codes).size).toBe(codes.length);
});

test("a reader gets the text of their language, else the network's own, else any", () => {
  const [lv, de] = [{ language: "lv" }, { language: "de" }];
  expect(textsFor([lv, de], "de", "lv")).toBe(de);
  expect(textsFor([lv, de], "en", "lv")).toBe(lv);
  expect(textsFor([de], "en", "lv")).toBe(de);
  expect(textsFor([], "en", "lv")).toBeUndefined();
});
