import { notFound } from "next/navigation";
import { ForWhomStep } from "#components/ideas/for-whom-step.tsx";
import { SoFar } from "#components/ideas/so-far.tsx";
import { WeHaveStep } from "#components/ideas/we-have-step.tsx";
import { WhatStep } from "#components/ideas/what-step.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { Narrow } from "#components/ui/layout.tsx";
import { enter } from "#lib/access/enter.ts";
import { idIn } from "#lib/action/refusal.ts";
import { within } from "#lib/data/within.ts";
import { activeGroups } from "#lib/groups/queries.ts";
import { ownDraft } from "#lib/ideas/queries.ts";
import { titled } from "#lib/language/titled.ts";
import { networkToPropose } from "#lib/networks/queries.ts";

export const generateMetadata = titled("propose");

/** The steps of an idea that has been begun; they also stand when its draft has gone, so that nothing typed is lost. */
export default async function StepPage({ params }: PageProps<"/[locale]/at/[provider]/networks/[network]/propose/[draft]/[step]">) {
  const { provider, network: slug, draft: address, step } = await params;
  const id = idIn(address);
  const actor = await enter(provider, "propose idea");
  const forOthers = actor.kind === "member";
  const { network, draft, groups } = await within(actor, async (db) => {
    const network = await networkToPropose(db, slug);
    return { network, draft: await ownDraft(db, actor, { id }), groups: forOthers && step === "what" ? await activeGroups(db, network.id) : undefined };
  });
  const path = `/at/${provider}/networks/${slug}/propose/${id}`;
  const common = { hidden: { provider, network: slug, id }, draft, contact: network.contact.name, network: network.name };
  return (
    <Frame actor={actor} path={`${path}/${step}`} place={network.name}>
      <Narrow>
        {draft && step !== "what" && <SoFar draft={draft} path={path} />}
        {step === "what" ? <WhatStep {...common} groups={groups} /> : step === "for-whom" ? <ForWhomStep {...common} /> : step === "we-have" ? <WeHaveStep {...common} forOthers={forOthers} /> : notFound()}
      </Narrow>
    </Frame>
  );
}
