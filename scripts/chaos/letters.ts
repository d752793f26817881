import { setTimeout as sleep } from "node:timers/promises";
import { lettersIn } from "#lib/mail/deliver.ts";
import { world } from "#prisma/world.ts";
import { Failure } from "../failures.ts";
import { Caller } from "./caller.ts";
import type { Stage } from "./stage.ts";

/** After all that the product still works behind its deeds: somebody asks for a letter and it comes, within a minute. */
export async function lettersStillGo({ product, where }: Stage): Promise<void> {
  const [{ email = "" } = {}] = world[0]?.members ?? [];
  await new Caller(where).until("ask-letter", { email });
  for (const until = performance.now() + 60_000; performance.now() < until; await sleep(200)) {
    const letters = await lettersIn(product.letters, 10).catch(() => []);
    if (letters.some(({ to }) => to.includes(email))) return;
  }
  throw new Failure("A letter that was asked for did not come within a minute.", "What the product said is in .data/chaos.log.");
}
