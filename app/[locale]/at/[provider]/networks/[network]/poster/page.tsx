import { getLocale, getTranslations } from "next-intl/server";
import { Frame } from "#components/providers/frame.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Narrow, Row, ScreenOnly, Stack } from "#components/ui/layout.tsx";
import { PrintButton } from "#components/ui/print-button.tsx";
import { Qr } from "#components/ui/qr.tsx";
import { Big, Lead } from "#components/ui/text.tsx";
import { enter } from "#lib/access/enter.ts";
import { within } from "#lib/data/within.ts";
import { env } from "#lib/env.ts";
import { printedCode } from "#lib/networks/network.ts";
import { networkPage } from "#lib/networks/queries.ts";
import { standing } from "#app/standing.tsx";

/** One page to hang up: a picture for the camera, and an address with a code for everybody else. */
export default standing("poster", async function PosterPage({ params }: PageProps<"/[locale]/at/[provider]/networks/[network]/poster">) {
  const { provider, network: slug } = await params;
  const actor = await enter(provider, "see network");
  const network = await within(actor, (db) => networkPage(db, slug, actor.at));
  const [locale, t] = await Promise.all([getLocale(), getTranslations("poster")]);
  const home = `/${locale}/at/${provider}`;
  return (
    <Frame actor={actor} provider={provider} path={`/at/${provider}/networks/${slug}/poster`} place={network.name}>
      <Narrow>
        <Stack gap="large">
          <Heading level={1}>{t("headline")}</Heading>
          <Lead>{network.name}, {network.place}</Lead>
          <p>{t("noAccount")}</p>
          <Stack>
            <p className="font-strong">{t("scan")}</p>
            <Qr text={`${env().APP_ORIGIN}${home}/networks/${slug}`} label={t("qr", { network: network.name })} />
          </Stack>
          {network.code && (
            <Stack gap="small">
              <p>{t("type")}</p>
              <p className="font-strong wrap-anywhere">{env().APP_ORIGIN}{home}</p>
              <Big>{printedCode(network.code.code)}</Big>
            </Stack>
          )}
        </Stack>
        <ScreenOnly>
          <Row>
            <PrintButton kind="deed" label={t("print")} />
            <LinkButton kind="quiet" href={`/api/at/${provider}/networks/${slug}/qr?language=${locale}`}>{t("download")}</LinkButton>
            <LinkButton kind="plain" href={`${home}/networks/${slug}`}>{t("back")}</LinkButton>
          </Row>
        </ScreenOnly>
      </Narrow>
    </Frame>
  );
});
