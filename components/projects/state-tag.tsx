import { getTranslations } from "next-intl/server";
import { Tag, type Tone } from "#components/ui/tag.tsx";
import { stateOf, type State } from "#lib/projects/steps.ts";

const tones: Record<State, Tone> = { forming: "amber", running: "moss", paused: "plain", closed: "sea", stopped: "plain" };

/** Where a micro project is, as a word. */
export async function StateTag({ project }: { project: { state: string } }) {
  const t = await getTranslations("projects");
  const state = stateOf(project);
  return <Tag tone={tones[state]} icon={state === "paused" ? "pause" : state === "closed" ? "check" : undefined}>{t(`states.${state}`)}</Tag>;
}
