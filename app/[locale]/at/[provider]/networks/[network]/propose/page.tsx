import { randomUUID } from "node:crypto";
import { standing } from "#app/standing.tsx";
import { WhatStep } from "#components/ideas/what-step.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { Narrow } from "#components/ui/layout.tsx";
import { enter } from "#lib/access/enter.ts";
import type { Actor } from "#lib/access/actor.ts";
import { within } from "#lib/data/within.ts";
import { activeGroups } from "#lib/groups/queries.ts";
import { networkToPropose } from "#lib/networks/queries.ts";

type Props = PageProps<"/[locale]/at/[provider]/networks/[network]/propose">;
type Seen = { actor: Actor; network: { name: string; contact: { name: string } }; groups?: { id: string; name: string }[] };

/** The first step of an idea; nothing is stored until it is sent. */
export default standing("propose", async function ProposePage({ params }: Props) {
  const { provider, network: slug } = await params;
  const actor = await enter(provider, "propose idea");
  const seen = await within(actor, async (db) => {
    const network = await networkToPropose(db, slug);
    return { network, groups: actor.kind === "member" ? await activeGroups(db, network.id) : undefined };
  });
  return drawn(provider, slug, { actor, ...seen });
}, async ({ params }: Props) => {
  const { provider, network: slug } = await params;
  return drawn(provider, slug);
});

function drawn(provider: string, slug: string, seen?: Seen) {
  return (
    <Frame actor={seen?.actor} provider={provider} path={`/at/${provider}/networks/${slug}/propose`} place={seen?.network.name}>
      <Narrow>
        <WhatStep hidden={{ provider, network: slug, id: randomUUID() }} contact={seen?.network.contact.name} network={seen?.network.name} groups={seen?.groups} />
      </Narrow>
    </Frame>
  );
}
