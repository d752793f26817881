import { getTranslations } from "next-intl/server";

/** Who will read what is written here, in one or two sentences; beside every field of an idea. */
export async function SeenBy({ contact, network }: { contact?: string; network?: string }) {
  const t = await getTranslations("propose");
  return (
    <>
      {contact && network && <p><strong>{t("seesLabel")}</strong> {t("sees", { contact, network })}</p>}
      <p>{t("pleaseNot")}</p>
    </>
  );
}
