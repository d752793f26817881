import { getLocale, getTranslations } from "next-intl/server";
import { Form } from "#components/ui/form.tsx";
import { Row, RowItem, Rows } from "#components/ui/layout.tsx";
import { Send } from "#components/ui/send.tsx";
import { Small } from "#components/ui/text.tsx";
import { contentLanguage } from "#lib/language/languages.ts";
import { comeIn } from "#lib/people/actions.ts";
import type { Cast } from "#prisma/world.ts";

/** People of the cast, each with a button to come in. */
export async function CastList({ people }: { people: Cast[] }) {
  const [language, t] = await Promise.all([getLocale(), getTranslations()]);
  return (
    <Rows label={t("demo.headline")}>
      {people.map((person) => (
        <RowItem key={person.key}>
          <Row spread>
            <div>
              <p className="font-strong">{person.name}</p>
              <Small>{person.kind === "participant" ? `${t("demo.participant")} · ${person.about[contentLanguage(language)]}` : person.roles.map((role) => t(`nav.${role}`)).join(", ")}</Small>
            </div>
            <Form deed={comeIn} hidden={{ language, cast: person.key }} problem={t("forms.problem")}>
              <span data-cast={person.key}><Send kind="quiet" label={t("demo.comeIn", { name: person.name })} sendingLabel={t("forms.sending")} /></span>
            </Form>
          </Row>
        </RowItem>
      ))}
    </Rows>
  );
}
