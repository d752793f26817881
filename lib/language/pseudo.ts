const accents: Record<string, string> = { a: "á", e: "é", i: "î", o: "ö", u: "ü", A: "Å", E: "É", I: "Î", O: "Ø", U: "Û", c: "ç", n: "ñ", s: "š", z: "ž" };

/** The catalogue as a made-up language: `en-XA` accented and a third longer, `ar-XB` turned right to left; any other as it is. */
export function pseudo<Catalogue>(locale: string, catalogue: Catalogue): Catalogue {
  if (locale === "en-XA") return mapped(catalogue, longer) as Catalogue;
  if (locale === "ar-XB") return mapped(catalogue, (text) => text && `\u202e${text}\u202c`) as Catalogue;
  return catalogue;
}

function mapped(node: unknown, change: (text: string) => string): unknown {
  if (typeof node === "string") return change(node);
  return Object.fromEntries(Object.entries(node as object).map(([key, child]) => [key, mapped(child, change)]));
}

// Placeholders, plural forms and tags stay as they are: only letters outside braces and angle brackets change.
function longer(text: string): string {
  if (text.includes(", plural,") || text.includes(", select,")) return text;
  const accented = text.replace(/\{[^}]*\}|<[^>]*>|[A-Za-z]/g, (part) => accents[part] ?? part);
  return `⟦${accented}${"·".repeat(Math.ceil(text.length / 3))}⟧`;
}
