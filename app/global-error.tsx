"use client";
import { Button } from "#components/ui/button.tsx";
import "./globals.css";

// The last net, when not even the page around could be drawn: no catalogue can be asked, so it says little in three languages.
const words = [["en", "Something went wrong. Please try again."], ["de", "Da ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal."], ["lv", "Kaut kas neizdevās. Lūdzu, mēģiniet vēlreiz."]] as const;

export default function GlobalError({ reset }: { error: unknown; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Sempre</title>
        <main id="content" tabIndex={-1} className="mx-auto max-w-measure space-y-3 px-3 py-6">
          {words.map(([language, sentence]) => <p key={language} lang={language}>{sentence}</p>)}
          <Button type="button" onClick={reset}>↻</Button>
        </main>
      </body>
    </html>
  );
}
