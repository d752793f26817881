import { Button } from "#components/ui/button.tsx";

/** Signs out here. A plain form to a plain address: the browser loads anew and forgets, so "back" finds nothing. */
export function SignOutForm({ language, label }: { language: string; label: string }) {
  return (
    <form method="post" action="/api/deeds/sign-out">
      <input type="hidden" name="language" value={language} />
      <Button kind="quiet">{label}</Button>
    </form>
  );
}
