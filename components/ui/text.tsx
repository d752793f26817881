import type { ReactNode } from "react";

type Inside = { children: ReactNode };

/** The sentence under a heading: larger, softer. */
export function Lead({ children }: Inside) {
  return <p className="max-w-wide text-1 leading-normal text-ink-soft">{children}</p>;
}

/** What may be passed over: dates, places, numbers beside the thing. */
export function Small({ children }: Inside) {
  return <p className="text-small text-ink-soft">{children}</p>;
}

/** What people wrote, as they wrote it: their lines, their language, never wider than the page. */
export function Words({ lang, children }: Inside & { lang?: string }) {
  return <div lang={lang} dir="auto" className="max-w-wide whitespace-pre-line">{children}</div>;
}

/** A line that must not be overlooked: three words, a code, an address to type. */
export function Big({ children }: Inside) {
  return <p className="text-3 leading-tight font-bold text-sea">{children}</p>;
}
