import type { ReactNode } from "react";
import { getLocale, getTranslations } from "next-intl/server";
import { Bar, Brand } from "#components/ui/bar.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Narrow } from "#components/ui/layout.tsx";
import { Lead } from "#components/ui/text.tsx";
import { isLostConnection } from "#lib/data/lost.ts";
import { faultOf, log } from "#lib/log.ts";

type Drawing<Props> = (props: Props) => Promise<ReactNode>;

/**
 * A page that still stands when the database is away: `away` draws it, by default in one sentence. A page with a form
 * draws the form again in the same place, so that what was typed comes back in it also without script.
 */
export function standing<Props>(page: Drawing<Props>, away: Drawing<Props> = Away): Drawing<Props> {
  return async (props) => {
    try {
      return await page(props);
    } catch (error) {
      if (!isLostConnection(error)) throw error;
      log.warn(faultOf(error), "database away");
      return away(props);
    }
  };
}

async function Away() {
  const [locale, t, product] = await Promise.all([getLocale(), getTranslations("away"), getTranslations("product")]);
  return (
    <>
      <Bar brand={<Brand href={`/${locale}`} name={product("name")} />} />
      <Narrow>
        <Heading level={1} size={3}>{t("headline")}</Heading>
        <Lead>{t("text")}</Lead>
        <LinkButton href="">{t("again")}</LinkButton>
      </Narrow>
    </>
  );
}
