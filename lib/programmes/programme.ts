import { z } from "zod";
import { emailAddress } from "#lib/access/email.ts";
import { plainName, text } from "#lib/action/text.ts";
import { languages } from "#lib/language/languages.ts";
import { RegionChoice } from "#lib/regions/choice.ts";

export const programmeRoles = ["partner", "editor", "manager"] as const;
export type ProgrammeRole = (typeof programmeRoles)[number];

/** Where a provider stands in a programme; each side keeps its own row of it. */
export const partnershipStates = ["invited", "joined", "declined", "left"] as const;
export type PartnershipState = (typeof partnershipStates)[number];

/** A manager chooses a provider. Not `provider`: in every form that is where it is sent to. */
export const InvitedProvider = z.object({ invited: z.uuid({ error: "invitedMissing" }) });

/** Somebody who is to work in the programme: by whom they are, their address, the language of their letter and their role. */
export const InvitedPartner = z.object({
  id: z.uuid({ error: "strange" }),
  name: plainName(80, { missing: "partnerNameMissing" }),
  email: emailAddress,
  speaks: z.enum(languages, { error: "letterLanguageMissing" }),
  role: z.enum(programmeRoles, { error: "roleMissing" }),
});
export type InvitedPartner = z.output<typeof InvitedPartner>;

/** Somebody who works in the programme. */
export const OnePartner = z.object({ member: z.uuid({ error: "strange" }) });

/** A leader's answer. Not `programme`: in every form that is where it is sent to. */
export const AnsweredInvitation = z.object({ invitation: z.uuid({ error: "strange" }), says: z.enum(["joined", "declined"], { error: "strange" }) });
export type AnsweredInvitation = z.output<typeof AnsweredInvitation>;
export const OneInvitation = AnsweredInvitation.pick({ invitation: true });

/** How many comparisons one person keeps. */
export const mostComparisons = 50;

/** A comparison of regions under a name of one's own. */
export const KeptComparison = z.object({ ...RegionChoice.shape, id: z.uuid({ error: "strange" }), name: text(80, { missing: "comparisonNameMissing" }) });
export type KeptComparison = z.output<typeof KeptComparison>;
export const OneComparison = z.object({ comparison: z.uuid({ error: "strange" }) });
