"use server";
import { action } from "#lib/action/action.ts";
import { Refusal } from "#lib/action/refusal.ts";
import { change, replaceCode as replace } from "./changing.ts";
import { make } from "./making.ts";
import { ChangedNetwork, NewNetwork, ReplacedCode, TypedCode, WrittenTexts } from "./network.ts";
import { networkOfCode } from "./queries.ts";
import { write } from "./writing.ts";

export const useCode = action("use code", {
  input: TypedCode, subject: "network", limit: { misses: 10 },
  do: async ({ db, input }) => {
    const network = await networkOfCode(db, input.code);
    if (!network) throw new Refusal("noSuchCode");
    return { id: network.id, networkId: network.id, goTo: `/networks/${network.slug}` };
  },
});

export const makeNetwork = action("make network", {
  input: NewNetwork, subject: "network",
  do: ({ db, actor, input }) => make(db, actor, input),
});

export const changeNetwork = action("change network", {
  input: ChangedNetwork, subject: "network",
  do: ({ db, actor, input, language }) => change(db, actor, input, language),
});

export const writeNetworkTexts = action("write network texts", {
  input: WrittenTexts, subject: "network",
  do: ({ db, actor, input }) => write(db, actor, input),
});

export const replaceCode = action("replace code", {
  input: ReplacedCode, subject: "network",
  do: ({ db, input }) => replace(db, input),
});
