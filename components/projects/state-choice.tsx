import { getTranslations } from "next-intl/server";
import { states, type State } from "#lib/projects/steps.ts";

/** All projects or those of one state: plain links, so that the choice stands in the address. */
export async function StateChoice({ home, state }: { home: string; state?: State }) {
  const t = await getTranslations("projects");
  const ways = [{ label: t("all"), href: `${home}/projects`, current: !state }, ...states.map((one) => ({ label: t(`states.${one}`), href: `${home}/projects?state=${one}`, current: one === state }))];
  return (
    <nav aria-label={t("stateChoice")} className="print:hidden">
      <ul role="list" className="flex flex-wrap gap-x-3 gap-y-1">
        {ways.map(({ label, href, current }) => (
          <li key={href}><a href={href} aria-current={current ? "page" : undefined} className="inline-flex min-h-target min-w-target items-center aria-[current]:font-bold aria-[current]:text-ink aria-[current]:decoration-amber">{label}</a></li>
        ))}
      </ul>
    </nav>
  );
}
