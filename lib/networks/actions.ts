"use server";
import { action } from "#lib/action/action.ts";
import { Refusal } from "#lib/action/refusal.ts";
import { TypedCode } from "./network.ts";
import { networkOfCode } from "./queries.ts";

export const useCode = action("use code", {
  input: TypedCode, subject: "network", limit: { misses: 10 },
  do: async ({ db, input }) => {
    const network = await networkOfCode(db, input.code);
    if (!network) throw new Refusal("noSuchCode");
    return { id: network.id, networkId: network.id, goTo: `/networks/${network.slug}` };
  },
});
