import type { ReactNode } from "react";

type Level = 1 | 2 | 3;
type Size = 1 | 2 | 3 | 4;

const sizes: Record<Size, string> = { 1: "text-1", 2: "text-2", 3: "text-3", 4: "text-4" };
const usual: Record<Level, Size> = { 1: 4, 2: 2, 3: 1 };

/** A heading: `level` is its place in the outline, `size` only how large it is drawn. */
export function Heading({ level, size = usual[level], id, lang, children }: { level: Level; size?: Size; id?: string; lang?: string; children: ReactNode }) {
  const Tag = `h${level}` as const;
  return <Tag id={id} lang={lang} dir={lang ? "auto" : undefined} className={sizes[size]}>{children}</Tag>;
}
