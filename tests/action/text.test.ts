import { expect, test } from "vitest";
import { count, optionalText, text } from "#lib/action/text.ts";

const what = text(10, { missing: "whatMissing" });
const refusal = (typed: unknown) => what.safeParse(typed).error?.issues[0]?.message;

test("people's words are trimmed, inside them nothing is touched", () => {
  expect(what.parse("  a  b \n")).toBe("a  b");
});

test("a line end is one sign, however the machine writes it", () => {
  expect(what.parse("one\r\ntwo")).toBe("one\ntwo");
  expect(what.parse("one\rtwo")).toBe("one\ntwo");
  expect(what.parse("12345\r\n678"), "browsers send two signs for one line end: it counts once").toHaveLength(9);
  expect(refusal("a\r\n".repeat(5))).toBeUndefined();
});

test("letters are composed, so that the same word is the same text and counts the same", () => {
  expect(what.parse("u\u0308".repeat(10))).toBe("ü".repeat(10));
});

test("too long is told, at the very first sign too many", () => {
  expect(refusal("a".repeat(10))).toBeUndefined();
  expect(refusal("a".repeat(11))).toBe("tooLong");
  expect(refusal(` ${"a".repeat(10)} `), "blanks around it do not count").toBeUndefined();
});

test("the sign that a database cannot keep is named before it gets there", () => {
  expect(refusal("a\u0000b")).toBe("strangeSign");
  expect(optionalText(10).safeParse("\u0000").error?.issues[0]?.message).toBe("strangeSign");
});

test("nothing, blanks and what is no text are missing", () => {
  for (const nothing of ["", "   ", "\u00a0\n", undefined, null, 7, ["a"]]) expect(refusal(nothing)).toBe("whatMissing");
});

test("what may stay empty may stay away", () => {
  expect(optionalText(10).parse(undefined)).toBe("");
  expect(optionalText(10).parse(" ")).toBe("");
  expect(optionalText(10).safeParse("a".repeat(11)).error?.issues[0]?.message).toBe("tooLong");
});

test("hearts, right-to-left words and other scripts pass as they are", () => {
  for (const words of ["👩‍👧 ❤️", "مرحبا", "שלום", "Ґанок", "ā\u200b"]) expect(what.parse(words)).toBe(words.normalize("NFC"));
});

test("a number is written in plain digits and within its bounds", () => {
  const heads = count(2, 500, "headsWrong");
  expect(["2", " 12 ", "0500"].map((typed) => heads.parse(typed))).toEqual([2, 12, 500]);
  for (const typed of ["1", "501", "", "-2", "2.0", "2,0", "1e2", "0x10", "１２", "99999999999", undefined, 12]) expect(heads.safeParse(typed).error?.issues[0]?.message).toBe("headsWrong");
});
