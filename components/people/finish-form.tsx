import { Button } from "#components/ui/button.tsx";

/** Ends the visit. A plain form to a plain address: the browser loads anew and forgets, so "back" finds nothing. */
export function FinishForm({ provider, language, label }: { provider: string; language: string; label: string }) {
  return (
    <form method="post" action="/api/deeds/finish-and-clear">
      <input type="hidden" name="provider" value={provider} />
      <input type="hidden" name="language" value={language} />
      <Button kind="plain">{label}</Button>
    </form>
  );
}
