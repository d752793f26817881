import { getLocale, getTranslations } from "next-intl/server";
import { AnsweredInTime, CountedByNetwork, ProjectsByState } from "#components/figures/picture-charts.tsx";
import { PictureForm } from "#components/figures/picture-form.tsx";
import { PictureHead } from "#components/figures/picture-sheet.tsx";
import { pictureWords } from "#components/figures/picture-words.ts";
import { Frame } from "#components/providers/frame.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Page, Row } from "#components/ui/layout.tsx";
import { PrintButton } from "#components/ui/print-button.tsx";
import { enter } from "#lib/access/enter.ts";
import { within } from "#lib/data/within.ts";
import { periodIn, picture } from "#lib/figures/picture.ts";
import { standing } from "#app/standing.tsx";

/** How the work goes, in numbers by network and quarter; nobody's words. The same page prints on one sheet. */
export default standing("picture", async function PicturePage({ params, searchParams }: PageProps<"/[locale]/at/[provider]/picture">) {
  const { provider } = await params;
  const actor = await enter(provider, "see picture");
  const claim = await searchParams;
  const period = periodIn(claim, actor);
  const seen = await within(actor, (db) => picture(db, actor, period, claim));
  const [locale, t] = await Promise.all([getLocale(), getTranslations("picture")]);
  const words = await pictureWords({ picture: seen, period, home: `/${locale}/at/${provider}` });
  const shown = { picture: seen, words };
  return (
    <Frame actor={actor} provider={provider} path={`/at/${provider}/picture`} here="picture">
      <Page>
        <Row spread>
          <PictureHead actor={actor} picture={seen} period={period} />
          <PrintButton label={t("print")} />
        </Row>
        <PictureForm picture={seen} period={period} />
        {seen.cells.length === 0 ? (
          <Empty icon="info" title={t("noneTitle")}>{t("noneText")}</Empty>
        ) : (
          <div className={`grid grid-cols-1 gap-3 print:grid-cols-2 print:gap-x-3 print:gap-y-2 ${period.quarters.length <= 4 ? "lg:grid-cols-2" : ""}`}>
            <CountedByNetwork figure="ideas" {...shown} />
            <AnsweredInTime {...shown} />
            <ProjectsByState words={words} />
            <CountedByNetwork figure="activities" {...shown} />
            <CountedByNetwork figure="visits" {...shown} />
            <CountedByNetwork figure="minutes" {...shown} />
          </div>
        )}
      </Page>
    </Frame>
  );
});
