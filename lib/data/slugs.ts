// Letters that are not a letter and an accent.
const folded: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };
const longest = 60; // leaves room for a number in the 80 signs of an address

/** A name as it stands in an address: "Sēņotāju ciems" → `senotaju-ciems`. Empty where no letter or digit is left. */
export function slugOf(name: string): string {
  const plain = name.toLowerCase().replace(/[ßæœøłđðþı]/g, (letter) => folded[letter] ?? "").normalize("NFD").replace(/\p{M}/gu, "");
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-/, "").slice(0, longest).replace(/-$/, "");
}

/** The first of `slug`, `slug-2`, `slug-3` … that is not taken. */
export function freeSlug(slug: string, taken: readonly string[]): string {
  if (!taken.includes(slug)) return slug;
  let number = 2;
  while (taken.includes(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}
