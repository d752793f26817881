import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Choice, Radios, TextArea, TextField, Tick } from "#components/ui/field.tsx";
import { FormContext, type FormState } from "#components/ui/form-context.ts";

const form: FormState = { typed: {}, refused: false, wrong: {}, sending: false, idOf: (name) => `form-${name}` };
const drawn = (field: ReactNode, state: Partial<FormState> = {}) => renderToStaticMarkup(<FormContext value={{ ...form, ...state }}>{field}</FormContext>);
const options = [{ value: "person", label: "One person" }, { value: "group", label: "A group" }];

test("a field has a label, and tells its hint, its error and who sees it", () => {
  const field = drawn(<TextField name="what" label="My idea" hint="One sentence is enough." whoSees="Ilze" required />, { wrong: { what: "Please write something." } });
  expect(field).toContain('<label for="form-what"');
  expect(field).toMatch(/<input [^>]*id="form-what"[^>]*aria-invalid="true"[^>]*aria-required="true"[^>]*aria-describedby="form-what-hint form-what-error form-what-who"/);
  for (const part of ["hint", "error", "who"]) expect(field).toContain(`id="form-what-${part}"`);
});

test("a field without hint, error and readers describes itself by nothing", () => {
  expect(drawn(<TextField name="what" label="My idea" />)).not.toMatch(/aria-(describedby|invalid|required)=/);
});

test.each([
  ["one line", <TextField key="" name="it" label="It" initial="the server's" />, /value="typed &lt;b&gt;"/],
  ["several lines", <TextArea key="" name="it" label="It" initial="the server's" />, />\n?typed &lt;b&gt;<\/textarea>/],
])("what was typed comes back in %s after a no, as text", (_name, field, expected) => {
  expect(drawn(field, { refused: true, typed: { it: "typed <b>" } })).toMatch(expected);
});

test("an emptied field stays empty after a no", () => {
  expect(drawn(<TextField name="it" label="It" initial="the server's" />, { refused: true, typed: { it: "" } })).toContain('value=""');
});

test("a choice and a mark come back as they were made", () => {
  const made = { refused: true, typed: { it: "group" } };
  expect(drawn(<Choice name="it" label="It" options={options} initial="person" />, made)).toContain('<option value="group" selected="">');
  expect(drawn(<Radios name="it" label="It" options={options} initial="person" />, made)).toMatch(/<input [^>]*checked=""[^>]*value="group"|<input [^>]*value="group"[^>]*checked=""/);
});

test("a tick that was taken away stays away after a no", () => {
  expect(drawn(<Tick name="it" label="It" initial />)).toContain("checked");
  expect(drawn(<Tick name="it" label="It" initial />, { refused: true, typed: { other: "" } })).not.toContain("checked");
});

test("while a deed is on its way nothing can be typed that would be lost", () => {
  expect(drawn(<TextField name="it" label="It" />, { sending: true })).toContain("readOnly");
  expect(drawn(<TextArea name="it" label="It" />, { sending: true })).toContain("readOnly");
});
