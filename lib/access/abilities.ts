export const roles = ["visitor", "participant", "staff", "leader", "admin", "partner", "editor", "manager"] as const;
export type Role = (typeof roles)[number];

const everybody = ["visitor", "participant", "staff", "leader", "admin"] as const;
const anybodyAtTheDoor = roles;

/**
 * Who may do what, on one screen. The words are the ones people say; the deed of that name lives at /api/deeds/<name>.
 * Narrower rights (the coordinator of one network, a panel's member) are assignments, checked by the noun's own lookup.
 */
const abilities = {
  // Visitors and participants see a network's public page and their own words.
  "see network": everybody,
  "use code": everybody,
  "keep draft": ["visitor", "participant", "staff"],
  "propose idea": ["visitor", "participant", "staff"],
  "open ticket": everybody,
  "see ticket": everybody,
  "finish and clear": everybody,
  // Staff read and answer. Leaders see figures and titles, never participants' words that are not published.
  "see today": ["staff", "leader", "admin"],
  "read idea": ["staff"],
  "answer idea": ["staff"],
  "defer idea": ["staff"],
  "see groups": ["staff"],
  "make group": ["staff"],
  "change group": ["staff"],
  "rest group": ["staff"],
  "wake group": ["staff"],
  // Micro projects and their diary: staff write with the people; leaders see titles, states and numbers.
  "see projects": ["staff", "leader"],
  "read project": ["staff"],
  "adopt idea": ["staff"],
  "begin project": ["staff"],
  "change project": ["staff"],
  "name person": ["staff"],
  "end role": ["staff"],
  "start project": ["staff"],
  "pause project": ["staff"],
  "resume project": ["staff"],
  "close project": ["staff"],
  "stop project": ["staff"],
  "reopen project": ["staff"],
  "log activity": ["staff"],
  "change activity": ["staff"],
  "take back activity": ["staff"],
  "put back activity": ["staff"],
  // What belongs to the person who visits: their words, their answers, their next meeting.
  "see own page": ["visitor", "participant"],
  // Leaders steer by numbers and decide what is shared beyond the house.
  "see picture": ["leader"],
  "read sharing": ["leader"],
  "share figures": ["leader"],
  "stop sharing": ["leader"],
  "answer invitation": ["leader"],
  "leave programme": ["leader"],
  // Administrators look after people and settings and read no words.
  "see people": ["admin"],
  "invite member": ["admin"],
  "invite again": ["admin"],
  "change roles": ["admin"],
  "suspend member": ["admin"],
  "restore member": ["admin"],
  "see settings": ["admin"],
  "change doorplate": ["admin"],
  "make network": ["admin"],
  "change network": ["admin"],
  "write network texts": ["admin"],
  "replace code": ["admin"],
  // A programme: those who work in it see who belongs to it; its manager invites.
  "see programme": ["partner", "editor", "manager"],
  "save comparison": ["partner", "editor", "manager"],
  "forget comparison": ["partner", "editor", "manager"],
  "invite provider": ["manager"],
  "invite partner": ["manager"],
  "suspend partner": ["manager"],
  "restore partner": ["manager"],
  // One's own account, before any place is entered.
  "ask letter": anybodyAtTheDoor,
  "sign in": anybodyAtTheDoor,
  "begin passkey": anybodyAtTheDoor,
  "sign in by passkey": anybodyAtTheDoor,
  "sign in outside": anybodyAtTheDoor,
  "accept place": anybodyAtTheDoor,
  "end session": anybodyAtTheDoor,
  "sign out": anybodyAtTheDoor,
  "ask proof": anybodyAtTheDoor,
  "prove by letter": anybodyAtTheDoor,
  "prove by passkey": anybodyAtTheDoor,
  "prepare passkey": anybodyAtTheDoor,
  "add passkey": anybodyAtTheDoor,
  "remove passkey": anybodyAtTheDoor,
  "connect outside": anybodyAtTheDoor,
  "disconnect outside": anybodyAtTheDoor,
  // The demonstration's own door.
  "come in": anybodyAtTheDoor,
} as const satisfies Record<string, readonly Role[]>;

export type Ability = keyof typeof abilities;

/** What a screen left open must not allow: who may do what, and the ways into an account. Asked of those who proved lately who they are. */
const fresh: ReadonlySet<Ability> = new Set<Ability>([
  "invite member", "change roles", "suspend member", "restore member",
  "invite provider", "invite partner", "suspend partner", "restore partner",
  "prepare passkey", "add passkey", "remove passkey", "connect outside", "disconnect outside",
]);

/** Does this want a fresh proof of who somebody is? */
export function wantsProof(ability: Ability): boolean {
  return fresh.has(ability);
}

/** May somebody with these roles do this? One role that may is enough. */
export function may(actor: { roles: readonly Role[] }, ability: Ability): boolean {
  return actor.roles.some((role) => (abilities[ability] as readonly Role[]).includes(role));
}

/** The roles that may: for the person who must answer for data protection, and for the tests. */
export function whoMay(ability: Ability): readonly Role[] {
  return abilities[ability];
}

export const allAbilities = Object.keys(abilities) as Ability[];
