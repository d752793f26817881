import { getLocale, getTranslations } from "next-intl/server";
import { PasskeyButton } from "#components/people/passkey-button.tsx";
import { WithDevice } from "#components/people/with-device.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Form } from "#components/ui/form.tsx";
import { Row, RowItem, Rows } from "#components/ui/layout.tsx";
import { Send } from "#components/ui/send.tsx";
import { Small } from "#components/ui/text.tsx";
import { deviceNames } from "#lib/access/device.ts";
import type { OwnPasskey } from "#lib/access/passkeys.ts";
import { longDay } from "#lib/language/moments.ts";
import { addPasskey, preparePasskey, removePasskey } from "#lib/people/actions.ts";

/** The devices somebody comes in with, and the ways to add and remove one; `fresh`: they proved lately who they are. */
export async function AccountPasskeys({ passkeys, fresh, timeZone }: { passkeys: OwnPasskey[]; fresh: boolean; timeZone: string }) {
  const [language, t, forms, passkey] = await Promise.all([getLocale(), getTranslations("account"), getTranslations("forms"), getTranslations("passkey")]);
  const form = { problem: forms("problem"), unreachable: forms("unreachable") };
  const called = (device: string) => {
    const { browser, system } = deviceNames(device);
    return browser || system ? t("device", { browser: browser || t("browserUnknown"), system: system || t("systemUnknown") }) : t("deviceUnknown");
  };
  return (
    <>
      <p>{t("waysText")}</p>
      <Small>{t("waysShared")}</Small>
      {passkeys.length === 0 && <Empty title={t("noPasskeys")}>{t("noPasskeysText")}</Empty>}
      <Rows label={t("passkeysTitle")}>
        {passkeys.map(({ id, device, since, usedAt }) => (
          <RowItem key={id}>
            <Row spread>
              <div>
                <p className="font-strong">{called(device)}</p>
                <Small>{t("added", { day: longDay(language, since, timeZone) })}, {usedAt ? t("used", { day: longDay(language, usedAt, timeZone) }) : t("unused")}</Small>
              </div>
              {fresh && (
                <Form deed={removePasskey} hidden={{ language, passkey: id }} {...form}>
                  <Send kind="quiet" label={t("remove")} sendingLabel={forms("sending")} />
                </Form>
              )}
            </Row>
          </RowItem>
        ))}
      </Rows>
      {fresh && (
        <WithDevice otherwise={<Small>{t("noScript")}</Small>}>
          <Form deed={addPasskey} hidden={{ language }} {...form}>
            <PasskeyButton makes ask={preparePasskey} language={language} kind="quiet" label={t("addPasskey")} waitingLabel={passkey("waiting")} broken={passkey("brokenNew")} />
          </Form>
        </WithDevice>
      )}
    </>
  );
}
