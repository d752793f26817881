import { getTranslations } from "next-intl/server";
import { Tag, type Tone } from "#components/ui/tag.tsx";
import type { Standing } from "#lib/people/member.ts";

const tones: Record<Standing, Tone> = { invited: "amber", joined: "moss", suspended: "berry" };

/** Invited, joined or suspended, as a word. */
export async function MemberTag({ standing }: { standing: Standing }) {
  const t = await getTranslations("people.standing");
  return <Tag tone={tones[standing]}>{t(standing)}</Tag>;
}
