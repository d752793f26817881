import { Icon } from "#components/ui/icon.tsx";

export type LanguageLink = { href: string; label: string; lang: string; current?: boolean };

/** All languages, each in its own words, behind one button; opens without script. Stands in the `Bar`. */
export function LanguageSwitch({ label, languages }: { label: string; languages: LanguageLink[] }) {
  const current = languages.find((language) => language.current);
  return (
    <details className="sm:relative print:hidden">
      <summary className="inline-flex min-h-target items-center gap-1 rounded-field px-1 text-sea">
        <span className="hidden sm:inline"><Icon name="language" /></span>
        <span className="sr-only">{label}: </span>
        <span lang={current?.lang}>{current?.label}</span>
        <Icon name="more" />
      </summary>
      <ul role="list" className="absolute inset-x-3 top-full z-10 rounded-field border border-line-strong bg-surface p-1 sm:inset-x-auto sm:end-0 sm:w-max">
        {languages.map((language) => (
          <li key={language.lang}>
            <a href={language.href} hrefLang={language.lang} lang={language.lang} dir="auto" aria-current={language.current ? "true" : undefined} className="flex min-h-target items-center rounded-field px-2 no-underline hover:bg-sea-soft aria-current:font-bold">
              {language.label}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
