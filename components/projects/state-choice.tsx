import { getTranslations } from "next-intl/server";
import { Ways } from "#components/ui/ways.tsx";
import { states, type State } from "#lib/projects/steps.ts";

/** All projects or those of one state. */
export async function StateChoice({ home, state }: { home: string; state?: State }) {
  const t = await getTranslations("projects");
  const ways = [{ name: t("all"), href: `${home}/projects`, current: !state }, ...states.map((one) => ({ name: t(`states.${one}`), href: `${home}/projects?state=${one}`, current: one === state }))];
  return <Ways label={t("stateChoice")} ways={ways} />;
}
