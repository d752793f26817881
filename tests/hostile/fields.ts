/** What a deed's schema says of each field, read from the schema itself: so a new deed or field is tried without another word. */
import type { $ZodType, $ZodTypes } from "zod/v4/core";

/** `most`: the longest text that is taken. `choices`: the words that are. */
export type Field = { most?: number; choices: string[] };

/** Every field that a form for this schema can have. */
export function fieldsOf(schema: $ZodType): Map<string, Field> {
  const { def } = (schema as $ZodTypes)._zod;
  if (def.type === "object") return new Map(Object.entries(def.shape).map(([name, field]) => [name, fieldOf(field)]));
  return new Map(inside(schema).flatMap((inner) => [...fieldsOf(inner)]));
}

function fieldOf(schema: $ZodType): Field {
  const { def } = (schema as $ZodTypes)._zod;
  const own: Field = { choices: def.type === "enum" ? Object.values(def.entries).map(String) : def.type === "literal" ? def.values.map(String) : [] };
  for (const check of def.checks ?? []) {
    const bound = check._zod.def as { check: string; maximum?: number };
    if (bound.check === "max_length" && bound.maximum !== undefined) own.most = bound.maximum;
  }
  return inside(schema).map(fieldOf).reduce(({ most, choices }, more) => ({ most: most ?? more.most, choices: [...choices, ...more.choices] }), own);
}

function inside(schema: $ZodType): readonly $ZodType[] {
  const { def } = (schema as $ZodTypes)._zod;
  if (def.type === "pipe") return [def.in, def.out];
  if (def.type === "union") return def.options;
  if (def.type === "intersection") return [def.left, def.right];
  return "innerType" in def ? [def.innerType] : [];
}
