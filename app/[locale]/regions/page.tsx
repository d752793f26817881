import { getLocale, getTranslations } from "next-intl/server";
import { CompareAnswer } from "#components/figures/compare-answer.tsx";
import { CompareBars } from "#components/figures/compare-bars.tsx";
import { CompareCounted } from "#components/figures/compare-counted.tsx";
import { CompareForm } from "#components/figures/compare-form.tsx";
import { RegionMap } from "#components/figures/region-map.tsx";
import { KeepComparison } from "#components/programmes/keep-comparison.tsx";
import { Languages } from "#components/providers/languages.tsx";
import { OwnTag } from "#components/people/own-tag.tsx";
import { Bar, Brand } from "#components/ui/bar.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Page, Stack } from "#components/ui/layout.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Lead } from "#components/ui/text.tsx";
import { may } from "#lib/access/abilities.ts";
import { isDemo } from "#lib/access/demo.ts";
import { whoEnters } from "#lib/access/enter.ts";
import { isWhole } from "#lib/figures/comparison.ts";
import { regionsAsked } from "#lib/figures/queries.ts";
import { addressOf } from "#lib/regions/choice.ts";
import { standing } from "#app/standing.tsx";

/** Published figures of regions beside each other: for everybody; who works in a programme may keep what they see. */
export default standing("regions", async function RegionsPage({ searchParams }: PageProps<"/[locale]/regions">) {
  const search = await searchParams;
  const [demo, seen, actor] = await Promise.all([isDemo(), regionsAsked(search), memberOf(search.programme)]);
  const [locale, t] = await Promise.all([getLocale(), getTranslations()]);
  const { asked, comparison } = seen;
  const programme = actor?.place.slug;
  return (
    <>
      <Bar
        brand={<Brand href={programme ? `/${locale}/programme/${programme}` : `/${locale}`} name={t("product.name")} />} place={actor?.place.name}
        end={<><Languages path={`/regions${asked ? addressOf(asked, programme) : ""}`} />{actor && <OwnTag actor={actor} />}</>}
      />
      <Page>
        {actor && <LinkButton kind="plain" href={`/${locale}/programme/${actor.place.slug}`}>{t("regions.back", { programme: actor.place.name })}</LinkButton>}
        <Stack>
          {demo && <Tag tone="amber">{t("product.demo")}</Tag>}
          <Heading level={1} size={3}>{t("regions.title")}</Heading>
          <Lead>{t("regions.lead")}</Lead>
        </Stack>
        {!asked && <Empty icon="calendar" title={t("regions.noneTitle")}>{t("regions.noneText")}</Empty>}
        {asked && asked.remarks.length > 0 && <Notice tone="amber">{asked.remarks.map((remark) => <p key={remark}>{t(`regionRemarks.${remark}`)}</p>)}</Notice>}
        {asked && <CompareForm seen={seen} asked={asked} programme={programme} />}
        {asked && comparison && <CompareAnswer asked={asked} comparison={comparison} />}
        {asked && (comparison ? <CompareBars indicator={asked.indicator} comparison={comparison} /> : <Empty icon="eye" title={t("regions.howTitle")}>{t("regions.howText")}</Empty>)}
        {asked && programme && isWhole(asked) && <Card><KeepComparison programme={programme} choice={asked} /></Card>}
        {asked && <RegionMap seen={seen} asked={asked} />}
        {asked && <CompareCounted seen={seen} asked={asked} />}
      </Page>
    </>
  );
});

/** Somebody who works in the programme that the address names; everybody else sees the same page without it. */
async function memberOf(programme: string | string[] | undefined) {
  const actor = typeof programme === "string" ? await whoEnters("programme", programme) : undefined;
  return actor && may(actor, "save comparison") ? actor : undefined;
}
