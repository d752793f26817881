import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import { Missing } from "#app/missing.tsx";
import { PublicBar } from "#components/providers/public-bar.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Narrow } from "#components/ui/layout.tsx";
import { Lead } from "#components/ui/text.tsx";
import { sayNotFound } from "#lib/answer-status.ts";
import { isLostConnection } from "#lib/data/lost.ts";
import { faultOf, log } from "#lib/log.ts";
import { metrics } from "#lib/metrics.ts";
import { numberHeader, numberIn } from "#lib/request-number.ts";

type Titled = "diary" | "projects" | "landing" | "provider" | "network" | "poster" | "propose" | "ticket" | "today" | "idea" | "groups" | "picture" | "demo" | "people" | "settings" | "programme" | "me" | "invitations" | "regions" | "sharing" | "signIn" | "outside" | "account" | "prove" | "mail" | "missing";
type Drawing<Props> = (props: Props) => Promise<ReactNode>;

/**
 * A page with its title (what it is, never whose words are on it) that stands in every case. Not found is drawn here, since
 * the framework would leave it to a script. When the database is away `away` draws it: in one sentence, or, where there is
 * a form, with that form in the same place, so that what was typed comes back in it also without script.
 */
export function standing<Props>(title: Titled, page: Drawing<Props>, away: Drawing<Props> = Away): Drawing<Props> {
  return async (props) => {
    try {
      return await entitled(title, await page(props));
    } catch (error) {
      if (isNotFound(error)) {
        sayNotFound();
        return Missing();
      }
      unstable_rethrow(error);
      if (!isLostConnection(error)) throw error;
      metrics.away.inc({ during: "page" });
      log.warn({ request: numberIn((await headers()).get(numberHeader)), ...faultOf(error) }, "database away");
      return entitled(title, await away(props));
    }
  };
}

async function entitled(title: Titled, content: ReactNode) {
  const t = await getTranslations();
  return (
    <>
      <title>{`${t(`${title}.title`)} · ${t("product.name")}`}</title>
      {content}
    </>
  );
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_HTTP_ERROR_FALLBACK;404");
}

async function Away() {
  const t = await getTranslations("away");
  return (
    <>
      <PublicBar />
      <Narrow>
        <Heading level={1} size={3}>{t("headline")}</Heading>
        <Lead>{t("text")}</Lead>
        <LinkButton href="">{t("again")}</LinkButton>
      </Narrow>
    </>
  );
}
