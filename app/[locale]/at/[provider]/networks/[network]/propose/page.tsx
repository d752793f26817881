import { randomUUID } from "node:crypto";
import { WhatStep } from "#components/ideas/what-step.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { Narrow } from "#components/ui/layout.tsx";
import { enter } from "#lib/access/enter.ts";
import { within } from "#lib/data/within.ts";
import { activeGroups } from "#lib/groups/queries.ts";
import { titled } from "#lib/language/titled.ts";
import { networkToPropose } from "#lib/networks/queries.ts";

export const generateMetadata = titled("propose");

/** The first step of an idea; nothing is stored until it is sent. */
export default async function ProposePage({ params }: PageProps<"/[locale]/at/[provider]/networks/[network]/propose">) {
  const { provider, network: slug } = await params;
  const actor = await enter(provider, "propose idea");
  const { network, groups } = await within(actor, async (db) => {
    const network = await networkToPropose(db, slug);
    return { network, groups: actor.kind === "member" ? await activeGroups(db, network.id) : undefined };
  });
  return (
    <Frame actor={actor} path={`/at/${provider}/networks/${slug}/propose`} place={network.name}>
      <Narrow>
        <WhatStep hidden={{ provider, network: slug, id: randomUUID() }} contact={network.contact.name} network={network.name} groups={groups} />
      </Narrow>
    </Frame>
  );
}
