import { getLocale, getTranslations } from "next-intl/server";
import { Form } from "#components/ui/form.tsx";
import { Send } from "#components/ui/send.tsx";
import { restGroup, wakeGroup } from "#lib/groups/actions.ts";

/** Lets a group rest, or wakes it. */
export async function RestForm({ provider, group, resting }: { provider: string; group: string; resting: boolean }) {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("groups"), getTranslations("forms")]);
  return (
    <Form key={String(resting)} deed={resting ? wakeGroup : restGroup} hidden={{ provider, language, group }} problem={forms("problem")} unreachable={forms("unreachable")}>
      <Send kind="quiet" label={t(resting ? "wake" : "rest")} sendingLabel={forms("sending")} />
    </Form>
  );
}
