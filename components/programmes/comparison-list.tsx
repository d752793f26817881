import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Form } from "#components/ui/form.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Row, RowItem, Rows } from "#components/ui/layout.tsx";
import { Send } from "#components/ui/send.tsx";
import { Small } from "#components/ui/text.tsx";
import { forgetComparison } from "#lib/programmes/actions.ts";
import type { OwnComparison } from "#lib/programmes/queries.ts";
import { addressOf } from "#lib/regions/choice.ts";

/** The comparisons somebody keeps: each opens with the newest figures, and can be forgotten. */
export async function ComparisonList({ comparisons, programme }: { comparisons: OwnComparison[]; programme: string }) {
  const [language, t, forms, indicators] = await Promise.all([getLocale(), getTranslations("programme"), getTranslations("forms"), getTranslations("indicators")]);
  const compare = <LinkButton href={`/${language}/regions?programme=${programme}`}>{t("compare")}</LinkButton>;
  return (
    <Card labelledBy="comparisons">
      <Heading level={2} size={1} id="comparisons">{t("comparisonsTitle")}</Heading>
      {comparisons.length === 0 ? (
        <Empty icon="copy" title={t("noComparisonsTitle")} action={compare}>{t("noComparisonsText")}</Empty>
      ) : (
        <>
          <Small>{t("comparisonsText")}</Small>
          <Rows label={t("comparisonsTitle")}>
            {comparisons.map(({ id, name, choice, regions }) => (
              <RowItem key={id}>
                <a href={`/${language}/regions${addressOf(choice, programme)}`} className="inline-flex min-h-target items-center font-strong">{name}</a>
                <Small>{[indicators(`${choice.indicator}.name`), regions.join(", "), t("quarters", { first: quarter(choice.first), last: quarter(choice.last) })].join(" · ")}</Small>
                <Form deed={forgetComparison} hidden={{ programme, language, comparison: id }} problem={forms("problem")} unreachable={forms("unreachable")}>
                  <Send kind="plain" label={t("forget", { name })} sendingLabel={forms("sending")} />
                </Form>
              </RowItem>
            ))}
          </Rows>
          <Row>{compare}</Row>
        </>
      )}
    </Card>
  );
}

// `2026-Q3` as people write it: Q3 2026.
const quarter = (code: string) => code.split("-").reverse().join(" ");
