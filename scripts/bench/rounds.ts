import { fired } from "./firing.ts";
import type { Fired } from "./cannon.ts";
import type { Started } from "./product.ts";
import type { Scene } from "./scenes.ts";
import type { Size } from "./sizes.ts";

export type Target = { scene: Scene; at: Started };
/** What a scene answered, round by round. */
export type Rounds = { scene: string; kind: Scene["kind"]; as: Scene["as"]; fired: Fired[] };
export type How = Size & { folder: string; database: string; hear: (line: string) => void };

const connections = 8;

/** Loads every scene in turn, and that as often as there are rounds: a machine that is slow for a while is so for all. */
export async function inTurn(targets: Target[], { rounds, seconds, warm, folder, database, hear }: How): Promise<Rounds[]> {
  const results = targets.map(({ scene: { name, kind, as } }): Rounds => ({ scene: name, kind, as, fired: [] }));
  const sent = new Map<string, number>(); // deeds go on with who has not yet written
  for (let round = 1; round <= rounds; round += 1) {
    for (const [place, { scene, at }] of targets.entries()) {
      const headers: Record<string, string> = { host: new URL(at.address).host, ...(scene.bodies ? { origin: at.address } : scene.cookie ? { cookie: scene.cookie } : {}) };
      const plan = { address: at.address.replace("localhost", "127.0.0.1"), path: scene.path, headers, bodies: scene.bodies, from: sent.get(scene.name) ?? 0, connections, seconds, warm, marks: { product: at.mark, database } };
      const { sent: reached, ...one } = await fired(plan, folder);
      sent.set(scene.name, reached);
      results[place]?.fired.push(one);
      hear(`${round} of ${rounds}  ${scene.name.padEnd(34)} ${one.perSecond.toFixed(0).padStart(5)}/s  ${one.failed ? `${one.failed} FAILED` : ""}`);
    }
  }
  return results;
}
