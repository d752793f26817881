/** Whoever asks in the measured world: sessions made with the world, named and not random, on a database that lives for one run. */
export type Who = "staff" | "leader" | "participant";

/** So many people of a provider write at the same time: the product's own limits a person stay in force, and nobody meets them. */
export const staffEach = 8;

/** A session's secret, as the browser sends it. SQL makes the same text. */
export const secretOf = (slug: string, who: Who, number = 1) => `bench-${slug}-${who}-${number}`;

export const cookieOf = (slug: string, who: Who, number = 1) => `sid=${secretOf(slug, who, number)}`;

/** The address name of the provider in this place, from 1. */
export const slugOf = (place: number) => `bench-${String(place).padStart(4, "0")}`;

/** How many participants of each provider have a session: a thousand in all, but no provider fewer than ten. */
export const participantsEach = (providers: number) => Math.max(10, Math.ceil(1_000 / providers));
