import { getLocale, getTranslations } from "next-intl/server";
import { PictureList } from "#components/figures/picture-list.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Page } from "#components/ui/layout.tsx";
import { enter } from "#lib/access/enter.ts";
import { here } from "#lib/action/refusal.ts";
import { within } from "#lib/data/within.ts";
import { askedIn, figureIn, listFor } from "#lib/figures/lists.ts";
import { quarterIn } from "#lib/figures/quarter.ts";
import { networkNamed } from "#lib/figures/picture.ts";
import { standing } from "#app/standing.tsx";

/** What one number of the picture counts: titles, states and dates, never anybody's words. */
export default standing("picture", async function PictureListPage({ params, searchParams }: PageProps<"/[locale]/at/[provider]/picture/[figure]">) {
  const { provider, figure: address } = await params;
  const actor = await enter(provider, "see picture");
  const claim = await searchParams;
  const asked = askedIn(here(figureIn(address)), claim, actor);
  const { list, network } = await within(actor, async (db) => {
    const network = await networkNamed(db, claim.network);
    return { network, list: await listFor(db, actor, { ...asked, network: network?.id }) };
  });
  const [locale, t] = await Promise.all([getLocale(), getTranslations("picture")]);
  const home = `/${locale}/at/${provider}/picture`;
  const period = new URLSearchParams(Object.entries({ from: quarterIn(claim.from), to: quarterIn(claim.to), network: network?.slug }).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  const same = new URLSearchParams([...period, ["quarter", asked.quarter]]);
  return (
    <Frame actor={actor} provider={provider} path={`/at/${provider}/picture/${asked.figure}?${same}`} here="picture">
      <Page>
        <LinkButton kind="plain" href={`${home}?${period}`}>{t("back")}</LinkButton>
        <PictureList list={list} asked={asked} network={network?.name} actor={actor} address={`${home}/${asked.figure}?${same}`} />
      </Page>
    </Frame>
  );
});
