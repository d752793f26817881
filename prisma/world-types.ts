/** What the invented world consists of. Days are counted back from today, so that it never grows old before it is made. */
export type Role = "staff" | "leader" | "admin";
export type ProgrammeRole = "partner" | "editor" | "manager";
/** `invited`: has a membership and has never come in. */
export type CastMember = { key: string; name: string; email: string; roles: Role[]; member: string; person: string; invited?: boolean };
export type CastParticipant = { key: string; name: string; about: Record<"en" | "de" | "lv", string>; participant: string; network: string };
export type ProgrammeMember = { key: string; name: string; email: string; roles: ProgrammeRole[]; member: string; person: string };
export type ProgrammeInWorld = { id: string; slug: string; name: string; members: ProgrammeMember[] };

export type Origin = "written" | "translated";
type Text = { language: string; origin: string; welcome: string; houseRules: string; whoSees: string };
type Meeting = { id: string; inDays: number; at: string; place: string; note: string; language: string; origin?: Origin };
export type GroupInWorld = { id: string; name: string; language: string; aboutSize: number; contact: string };

export type NetworkInWorld = {
  id: string; slug: string; name: string; place: string; focusGroup: string; language: string; contact: string; code: string;
  texts: Text[]; meetings: Meeting[]; groups: GroupInWorld[]; ideas: IdeaInWorld[]; projects?: ProjectInWorld[];
};

export type IdeaInWorld = {
  id: string; daysAgo: number; what: string; forWhom: string; weHave: string; language: string; origin?: Origin; author: string;
  spoke: "self" | "person" | "group"; heads?: number; group?: string; typedBy?: string; readBack?: string; readBackReason?: string;
  answer?: { by: string; daysAgo: number; text: string; notNow?: boolean; former?: { by: string; daysAgo: number; text: string } };
};

export type ProjectInWorld = {
  id: string; title: string; place: string; origin?: Origin; planned?: number; currency?: "EUR" | "DKK" | "PLN" | "SEK";
  /** A group's project has its `group`; an end user's, `called` as they wish to be; otherwise the `reason` why it is nobody's yet. */
  owner: { group: string } | { called: string } | { reason: string };
  group?: string;
  /** The answered idea it grew from, or why it began without one. */
  from: { idea: string } | { without: string };
  /** 1 is Monday: its activities happen on this day of the week, at most six days before `daysAgo`. */
  weekday?: number;
  steps: { step: ProjectStep; daysAgo: number; by: string; why?: string }[];
  people: { role: "peer lead" | "second lead" | "facilitator" | "helper"; member?: string; called?: string; daysAgo: number; endedDaysAgo?: number }[];
  closing?: { outcome: "goes on" | "ended as planned" | "ended against wish"; goesOnAs?: string; told: string; learned: string };
  activities: ActivityInWorld[];
};
export type ProjectStep = "formed" | "started" | "paused" | "resumed" | "closed" | "stopped" | "reopened";

type Told = { what: string; surprised?: string; next?: string; newcomers: number; regulars: number; children: number; minutes: number };
/** `former`: what stood there before somebody changed it on the next day; `takenBack`: on the next day too. */
export type ActivityInWorld = Told & { daysAgo: number; by: string; former?: Told; takenBack?: boolean };

export type ProviderInWorld = {
  id: string; slug: string; name: string; sector: string; country: string; region: string | null; language: string; timeZone: string;
  /** Since when it is here, where that is not as long as the world itself. */
  startedDaysAgo?: number;
  members: CastMember[]; participants: CastParticipant[]; networks: NetworkInWorld[];
  /** Who switched sharing on, and when. */
  sharing?: { by: string; daysAgo: number };
  partnership: "joined" | "invited";
};
