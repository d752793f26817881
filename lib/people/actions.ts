"use server";
import { z } from "zod";
import { action } from "#lib/action/action.ts";
import { here } from "#lib/action/refusal.ts";
import { isDemo } from "#lib/access/demo.ts";
import { cast, doorOf } from "#prisma/world.ts";
import { accept, endOne, leave, WhichPlace, WhichSession } from "./account.ts";
import { clear } from "./clearing.ts";
import * as inviting from "./inviting.ts";
import { ChangedRoles, Invited, OneMember, rolesIn } from "./member.ts";
import * as roles from "./roles.ts";
import * as passkeys from "./passkeys.ts";
import * as proving from "./proving.ts";
import { ask, AskedLetter, BroughtLetter, comeInBy } from "./signing-in.ts";
import * as outside from "./signing-in-outside.ts";

/** "Finish and clear": nothing of this visit stays on a shared phone. */
export const finishAndClear = action("finish and clear", {
  input: z.object({}), subject: "session",
  do: ({ db, actor }) => clear(db, actor),
});

/** The demonstration's door: one click to come in as somebody of the cast. */
export const comeIn = action("come in", {
  in: "door", input: z.object({ cast: z.string().max(40) }), subject: "session",
  do: async ({ input }) => {
    const person = here(cast.find(({ key }) => key === input.cast));
    return here((await isDemo()) ? doorOf(person) : null);
  },
});

export const askLetter = action("ask letter", {
  in: "door", input: AskedLetter, subject: "sign-in", limit: { address: 30 },
  do: ({ input, language }) => ask(input, language),
});

export const signIn = action("sign in", {
  in: "door", input: BroughtLetter, subject: "session", limit: { address: 60 },
  do: ({ input }) => comeInBy(input),
});

/** Hands out the question that a passkey answers, to come in and to prove anew who one is. */
export const beginPasskey = action("begin passkey", {
  in: "door", input: z.object({}), subject: "passkey", limit: { address: 300 },
  do: ({ language }) => passkeys.question(language),
});

export const signInByPasskey = action("sign in by passkey", {
  in: "door", input: passkeys.ShownPasskey, subject: "session", limit: { address: 300 },
  do: ({ input }) => passkeys.comeInByPasskey(input),
});

export const signInOutside = action("sign in outside", {
  in: "door", input: z.object({}), subject: "session", limit: { address: 60 },
  do: ({ language }) => outside.setOut(language),
});

export const askProof = action("ask proof", {
  in: "door", input: proving.AskedProof, subject: "proof", limit: { address: 30 },
  do: ({ input, language }) => proving.askProof(input, language),
});

export const proveByLetter = action("prove by letter", {
  in: "door", input: proving.TypedProof, subject: "proof", limit: { address: 60 },
  do: ({ input }) => proving.proveByLetter(input),
});

export const proveByPasskey = action("prove by passkey", {
  in: "door", input: proving.ShownProof, subject: "proof", limit: { address: 60 },
  do: ({ input }) => proving.proveByPasskey(input),
});

export const preparePasskey = action("prepare passkey", {
  in: "door", input: z.object({}), subject: "passkey", limit: { address: 60 },
  do: ({ language }) => passkeys.questionForNew(language),
});

export const addPasskey = action("add passkey", {
  in: "door", input: passkeys.MadePasskey, subject: "passkey", limit: { address: 60 },
  do: ({ input }) => passkeys.add(input),
});

export const removePasskey = action("remove passkey", {
  in: "door", input: passkeys.OnePasskey, subject: "passkey", limit: { address: 60 },
  do: ({ input }) => passkeys.remove(input),
});

export const connectOutside = action("connect outside", {
  in: "door", input: z.object({}), subject: "account", limit: { address: 60 },
  do: ({ language }) => outside.setOutToConnect(language),
});

export const disconnectOutside = action("disconnect outside", {
  in: "door", input: outside.OneIdentity, subject: "account", limit: { address: 60 },
  do: ({ input }) => outside.disconnect(input),
});

export const acceptPlace = action("accept place", {
  in: "door", input: WhichPlace, subject: "membership", limit: { address: 120 },
  do: ({ input }) => accept(input),
});

export const endSession = action("end session", {
  in: "door", input: WhichSession, subject: "session", limit: { address: 120 },
  do: ({ input }) => endOne(input),
});

export const signOut = action("sign out", {
  in: "door", input: z.object({}), subject: "session",
  do: () => leave(),
});

export const inviteMember = action("invite member", {
  input: Invited, subject: "member", limit: { actor: 60 },
  do: ({ db, actor, input }) => inviting.invite(db, actor, input),
});

export const inviteAgain = action("invite again", {
  input: OneMember, subject: "member", limit: { actor: 30 },
  do: ({ db, actor, input }) => inviting.inviteAgain(db, actor, input.member),
});

export const changeRoles = action("change roles", {
  input: ChangedRoles, subject: "member",
  do: ({ actor, input }) => roles.changeRoles(actor, { member: input.member, roles: rolesIn(input) }),
});

export const suspendMember = action("suspend member", {
  input: OneMember, subject: "member",
  do: ({ actor, input }) => roles.suspend(actor, input.member),
});

export const restoreMember = action("restore member", {
  input: OneMember, subject: "member",
  do: ({ actor, input }) => roles.restore(actor, input.member),
});
