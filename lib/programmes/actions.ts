"use server";
import { action } from "#lib/action/action.ts";
import { answerTo, leave } from "./answering.ts";
import { forget, keep } from "./comparing.ts";
import { invitePartner as invite, inviteTo } from "./inviting.ts";
import { AnsweredInvitation, InvitedPartner, InvitedProvider, KeptComparison, OneComparison, OneInvitation, OnePartner } from "./programme.ts";
import * as suspending from "./suspending.ts";

export const inviteProvider = action("invite provider", {
  in: "programme", input: InvitedProvider, subject: "partnership",
  do: ({ db, actor, input }) => inviteTo(db, actor, input.invited),
  goTo: () => "?invited=provider",
});

export const invitePartner = action("invite partner", {
  in: "programme", input: InvitedPartner, subject: "member", limit: { actor: 30 },
  do: ({ db, actor, input }) => invite(db, actor, input),
  goTo: () => "?invited=partner",
});

export const suspendPartner = action("suspend partner", {
  in: "programme", input: OnePartner, subject: "member",
  do: ({ actor, input }) => suspending.suspendPartner(actor, input.member),
});

export const restorePartner = action("restore partner", {
  in: "programme", input: OnePartner, subject: "member",
  do: ({ actor, input }) => suspending.restorePartner(actor, input.member),
});

export const answerInvitation = action("answer invitation", {
  input: AnsweredInvitation, subject: "joining",
  do: ({ db, actor, input }) => answerTo(db, actor, input),
});

export const leaveProgramme = action("leave programme", {
  input: OneInvitation, subject: "joining",
  do: ({ db, actor, input }) => leave(db, actor, input.invitation),
});

export const saveComparison = action("save comparison", {
  in: "programme", input: KeptComparison, subject: "comparison",
  do: ({ db, actor, input }) => keep(db, actor, input),
  goTo: () => "?kept=1",
});

export const forgetComparison = action("forget comparison", {
  in: "programme", input: OneComparison, subject: "comparison",
  do: ({ db, actor, input }) => forget(db, actor, input.comparison),
});
