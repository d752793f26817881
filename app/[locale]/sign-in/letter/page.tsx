import { getLocale, getTranslations } from "next-intl/server";
import { standing } from "#app/standing.tsx";
import { LetterForm } from "#components/people/letter-form.tsx";
import { PublicBar } from "#components/providers/public-bar.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Narrow } from "#components/ui/layout.tsx";
import { Lead } from "#components/ui/text.tsx";
import { markOf } from "#lib/access/session.ts";
import { letterOnPage, type LetterOnPage } from "#lib/people/signing-in.ts";

type Props = PageProps<"/[locale]/sign-in/letter">;

// Programs that look through mail open every link: opening this page changes nothing, only its button does.
export default standing("signIn", async function LetterPage({ searchParams }: Props) {
  const letter = letterIn((await searchParams).letter);
  return drawn(letter, await letterOnPage(letter));
}, async ({ searchParams }: Props) => {
  const letter = letterIn((await searchParams).letter);
  return drawn(letter, letter && (await markOf("ask")) ? "here" : "typed");
});

const letterIn = (claim: string | string[] | undefined) => (typeof claim === "string" ? claim.slice(0, 200) : "");

const titles = { here: "ready", elsewhere: "elsewhere", typed: "sentTitle", over: "overTitle", nothing: "nothing" } as const;
const texts = { here: "readyText", elsewhere: "elsewhereText", typed: "sentText", over: "overText", nothing: "nothingText" } as const;

async function drawn(letter: string, state: LetterOnPage) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("signIn")]);
  const works = state === "here" || state === "elsewhere" || state === "typed";
  const again = `/${locale}/sign-in`;
  return (
    <>
      <PublicBar path={`/sign-in/letter${letter && `?letter=${encodeURIComponent(letter)}`}`} />
      <Narrow>
        <Heading level={1} size={3}>{t(titles[state])}</Heading>
        <Lead>{t(texts[state])}</Lead>
        {works ? <LetterForm letter={letter} digits={state !== "here"} /> : <LinkButton href={again}>{t("again")}</LinkButton>}
        {state === "typed" && <p>{t("sentNothing")}</p>}
        {works && <p><a href={again} className="inline-flex min-h-target items-center">{t("again")}</a></p>}
      </Narrow>
    </>
  );
}
