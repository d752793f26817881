import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Row, RowItem, Rows } from "#components/ui/layout.tsx";
import { Paging } from "#components/ui/paging.tsx";
import { Tag, type Tone } from "#components/ui/tag.tsx";
import { Small } from "#components/ui/text.tsx";
import { countryName, longDay } from "#lib/language/moments.ts";
import type { PartnershipState } from "#lib/programmes/programme.ts";
import type { Partners } from "#lib/programmes/queries.ts";

const tones: Record<PartnershipState, Tone> = { invited: "amber", joined: "moss", declined: "plain", left: "plain" };

/** The providers of a programme; `whole`: a manager sees those invited, too. `later`: this is not the first page. */
export async function PartnerList({ partners, whole, home, later, timeZone }: { partners: Partners; whole: boolean; home: string; later: boolean; timeZone: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("programme")]);
  return (
    <Card labelledBy="providers">
      <Heading level={2} size={1} id="providers">{t("providersTitle")}</Heading>
      {partners.rows.length === 0 && !later ? (
        <Empty icon="people" title={t("noProvidersTitle")}>{t(whole ? "noProvidersManager" : "noProvidersText")}</Empty>
      ) : (
        <Rows label={t("providersTitle")}>
          {partners.rows.map(({ provider, state, stateAt }) => (
            <RowItem key={provider.slug}>
              <Row spread>
                <a href={`/${locale}/at/${provider.slug}`} lang={provider.language} className="inline-flex min-h-target items-center font-strong">{provider.name}</a>
                {whole && <Tag tone={tones[state]}>{t(`states.${state}`)}</Tag>}
              </Row>
              <Small>{[countryName(locale, provider.country), provider.region?.name ?? t("noRegion"), t(`since.${state}`, { date: longDay(locale, stateAt, timeZone) })].join(" · ")}</Small>
            </RowItem>
          ))}
        </Rows>
      )}
      <Paging next={partners.next && `${home}?after=${partners.next}#providers`} first={later && `${home}#providers`} />
    </Card>
  );
}
