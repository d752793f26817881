import { randomUUID } from "node:crypto";
import { notFound, redirect } from "next/navigation";
import { standing } from "#app/standing.tsx";
import type { Earlier } from "#components/ideas/earlier-words.tsx";
import { ForWhomStep } from "#components/ideas/for-whom-step.tsx";
import { SoFar } from "#components/ideas/so-far.tsx";
import { WeHaveStep } from "#components/ideas/we-have-step.tsx";
import { WhatStep } from "#components/ideas/what-step.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { Narrow } from "#components/ui/layout.tsx";
import type { Actor } from "#lib/access/actor.ts";
import { enter } from "#lib/access/enter.ts";
import { idIn } from "#lib/action/refusal.ts";
import { within } from "#lib/data/within.ts";
import { activeGroups } from "#lib/groups/queries.ts";
import { isSent, ownDraft } from "#lib/ideas/queries.ts";
import { networkToPropose } from "#lib/networks/queries.ts";

type Props = PageProps<"/[locale]/at/[provider]/networks/[network]/propose/[draft]/[step]">;
type Address = { provider: string; network: string; draft: string; step: string };
type Seen = { actor: Actor; network: { name: string; contact: { name: string } }; draft: Earlier | null; groups?: { id: string; name: string }[] };

/** The steps of an idea that has been begun; they also stand when its draft has gone, so that nothing typed is lost. */
export default standing("propose", async function StepPage({ params }: Props) {
  const address = await params;
  const id = idIn(address.draft);
  const actor = await enter(address.provider, "propose idea");
  const seen = await within(actor, async (db) => {
    const network = await networkToPropose(db, address.network);
    const draft = await ownDraft(db, actor, { id, networkId: network.id });
    // Who spoke is asked in the first step, and again where what was said has been cleared.
    const groups = actor.kind === "member" && (address.step === "what" || !draft) ? await activeGroups(db, network.id) : undefined;
    return { network, draft, groups, sent: !draft && (await isSent(db, actor, id)) };
  });
  if (seen.sent) redirect(`/${address.locale}/at/${address.provider}/ticket/${id}`);
  return drawn(address, { actor, ...seen });
}, async ({ params }: Props) => drawn(await params));

function drawn({ provider, network: slug, draft: address, step }: Address, seen?: Seen) {
  const id = idIn(address);
  const path = `/at/${provider}/networks/${slug}/propose/${id}`;
  const draft = seen?.draft ?? null;
  // Without its draft a form begins another idea: what was sent under this id stays as it is.
  const common = { hidden: { provider, network: slug, id: draft || !seen ? id : randomUUID() }, groups: seen?.groups, draft, gone: !!seen && !draft, contact: seen?.network.contact.name, network: seen?.network.name };
  return (
    <Frame actor={seen?.actor} provider={provider} path={`${path}/${step}`} place={seen?.network.name}>
      <Narrow>
        {draft && step !== "what" && <SoFar draft={draft} path={path} />}
        {step === "what" ? <WhatStep {...common} />
          : step === "for-whom" ? <ForWhomStep {...common} />
          : step === "we-have" ? <WeHaveStep {...common} forOthers={seen?.actor.kind === "member"} />
          : notFound()}
      </Narrow>
    </Frame>
  );
}
