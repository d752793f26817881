import { Heading } from "#components/ui/heading.tsx";
import type { AgreedText } from "#lib/figures/sharing-page.ts";

/** The agreed text as it is, its parts under their headings: the first line of a part is its heading, lines with a dash are a list. */
export function SharingText({ text: { text, language } }: { text: AgreedText }) {
  return (
    <div lang={language} className="max-w-wide space-y-3">
      {text.split(/\n{2,}/).map((part, at) => {
        const [first = "", ...lines] = part.split("\n");
        const [listed, told] = [lines.filter(isListed), lines.filter((line) => !isListed(line))];
        const listAt = lines.findIndex(isListed);
        const before = listAt < 0 ? told : told.slice(0, listAt);
        if (lines.length === 0) return <p key={at}>{first}</p>;
        return (
          <div key={at} className="space-y-1">
            <Heading level={3}>{first}</Heading>
            {before.map((line) => <p key={line}>{line}</p>)}
            {listed.length > 0 && <ul className="list-disc ps-4">{listed.map((line) => <li key={line}>{line.slice(2)}</li>)}</ul>}
            {told.slice(before.length).map((line) => <p key={line}>{line}</p>)}
          </div>
        );
      })}
    </div>
  );
}

const isListed = (line: string) => line.startsWith("– ");
