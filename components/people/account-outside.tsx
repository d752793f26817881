import { getLocale, getTranslations } from "next-intl/server";
import { Form } from "#components/ui/form.tsx";
import { Row, RowItem, Rows } from "#components/ui/layout.tsx";
import { Send } from "#components/ui/send.tsx";
import type { OwnIdentity } from "#lib/access/outside-identities.ts";
import { longDay } from "#lib/language/moments.ts";
import { connectOutside, disconnectOutside } from "#lib/people/actions.ts";

/** How somebody is connected with the organisation's own sign-in, and the ways to change that. */
export async function AccountOutside({ name, identities, fresh, timeZone }: { name: string; identities: OwnIdentity[]; fresh: boolean; timeZone: string }) {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("account"), getTranslations("forms")]);
  const form = { problem: forms("problem"), unreachable: forms("unreachable") };
  return (
    <>
      <p>{t(identities.length ? "outsideText" : "outsideNone", { name })}</p>
      <Rows label={t("outsideTitle", { name })}>
        {identities.map(({ id, since }) => (
          <RowItem key={id}>
            <Row spread>
              <p>{t("connectedSince", { day: longDay(language, since, timeZone) })}</p>
              {fresh && (
                <Form deed={disconnectOutside} hidden={{ language, identity: id }} {...form}>
                  <Send kind="quiet" label={t("disconnect")} sendingLabel={forms("sending")} />
                </Form>
              )}
            </Row>
          </RowItem>
        ))}
      </Rows>
      {fresh && (
        <Form deed={connectOutside} hidden={{ language }} {...form}>
          <Send kind="quiet" label={identities.length ? t("connectMore") : t("connect", { name })} sendingLabel={forms("sending")} />
        </Form>
      )}
    </>
  );
}
