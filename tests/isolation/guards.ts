/** The lines of our own code on which isolation rests, each with what it is without the guard and the tests that must then turn red. */

/** `instead`: the same file with the guard gone; `seenBy`: what vitest is told to run. */
export type Guard = { file: string; line: string; instead: string; seenBy: string[] };

const deed = (name: string) => ["tests/isolation/providers.test.ts", "-t", `“${name}”`];
const page = (folder: string) => ["tests/isolation/providers.test.ts", "-t", folder.replace(/[[\]]/g, ".")];
const within = ["tests/data/within.test.ts"];
const storm = ["tests/data/storm.test.ts"];

export const guards: Guard[] = [
  // Which provider's rows?
  { file: "lib/data/within.ts", line: "await opened.$executeRawUnsafe(`set local ${setting} = '${id}'`);", instead: "", seenBy: within },
  { file: "lib/data/within.ts", line: 'if (!uuidShape.test(id)) throw new Error("the place\'s id is not a UUID");', instead: "", seenBy: within },
  { file: "lib/data/within.ts", line: "where: where ? { AND: [scope, where] } : scope", instead: "where: where ?? {}", seenBy: within },
  { file: "lib/data/within.ts", line: "where ? { AND: [scope, where] } : scope", instead: "where ?? scope", seenBy: within },
  { file: "lib/data/within.ts", line: "|updateMany|deleteMany)/", instead: ")/", seenBy: within },
  { file: "lib/data/client.ts", line: 'if (returned.getTransactionStatus() !== "I") returned._poolUseCount = Infinity;', instead: "", seenBy: ["tests/data/pool.test.ts"] },
  { file: "lib/data/pool.ts", line: '.on("connect", (connection) => void connection.on("error", unmoved))', instead: "", seenBy: storm },
  { file: "lib/data/publisher.ts", line: "connection.release(true);", instead: "connection.release();", seenBy: storm },
  { file: "lib/access/accounts.ts", line: "connection.release(true); // without the commit nothing stays", instead: "connection.release();", seenBy: storm },
  { file: "lib/ideas/ticket.ts", line: "`ticket ${providerId} ${fold(words)}`", instead: "`ticket ${fold(words)}`", seenBy: ["tests/access/ticket.test.ts", "tests/ideas/ticket.test.ts"] },
  { file: "lib/action/limit.ts", line: '`${call.actor?.place.id ?? "door"} ${call.deed}`', instead: "call.deed", seenBy: ["tests/isolation/interference.test.ts"] },
  // May this role do this?
  { file: "lib/access/enter.ts", line: "if (!actor || !may(actor, ability)) notFound();", instead: "if (!actor) notFound();", seenBy: ["tests/access/enter.test.ts"] },
  { file: "lib/action/perform.ts", line: 'return may(actor, ability) ? actor : refuse(actor.place.id, ability, "not allowed");', instead: "return actor;", seenBy: deed("answer idea") },
  { file: "lib/action/perform.ts", line: 'if (!(await isOwnOrigin())) await refuse(null, ability, "foreign origin");', instead: "", seenBy: ["tests/action/origin.test.ts"] },
  { file: "lib/action/perform.ts", line: "if (!count.allowed) {", instead: "if (Number(count.allowed) > 1) {", seenBy: ["tests/action/limits.test.ts"] },
  { file: "lib/action/perform.ts", line: "if (wantsProof(ability) && !(actor ? isFresh(actor) : await isFreshHere()))", instead: "if (wantsProof(ability) && ability.length === 0)", seenBy: ["tests/people/proving.test.ts"] },
  { file: "lib/access/session.ts", line: 'return createHash("sha256").update(secret).digest();', instead: 'return createHash("sha256").update("").digest();', seenBy: ["tests/access/enter.test.ts"] },
  { file: "lib/access/memberships.ts", line: 'const here = "(provider_id = $1 or programme_id = $2)";', instead: 'const here = "(provider_id = $1 or programme_id = $2 or provider_id <> $1)";', seenBy: deed("change roles") },
  // Is it theirs, and is it the moment?
  { file: "lib/action/refusal.ts", line: "if (row === null || row === undefined) notFound();", instead: "", seenBy: deed("answer idea") },
  { file: "lib/action/refusal.ts", line: "here(uuidShape.test(address.toLowerCase()) ? address.toLowerCase() : null)", instead: "address.toLowerCase()", seenBy: page("ideas/[idea]") },
  { file: "lib/action/carry-out.ts", line: 'error.code === "P2003"', instead: 'error.code === "never"', seenBy: deed("make group") },
  { file: "lib/ideas/queries.ts", line: "where: { ...which, actorKind: actor.kind, actorId: actor.id, touchedAt: { gte: touched } },", instead: "where: { ...which, touchedAt: { gte: touched } },", seenBy: page("networks/[network]/propose/[draft]/[step]") },
  { file: "lib/ideas/queries.ts", line: 'where: { id, ...(opened ? {} : actor.kind === "member" ? { typedBy: actor.id } : { authorId: actor.id ?? "" }) },', instead: "where: { id },", seenBy: page("ticket/[idea]") },
  { file: "lib/ideas/drafts.ts", line: "where: { id: kept.id, ...owner },", instead: "where: { id: kept.id },", seenBy: ["tests/action/again.test.ts"] },
  { file: "lib/ideas/own.ts", line: "[{ authorId: actor.id }]", instead: "[{}]", seenBy: ["tests/ideas/own-page.test.ts"] },
  { file: "lib/ideas/own.ts", line: 'actorKind: "participant", actorId: actor.id, touchedAt', instead: "touchedAt", seenBy: ["tests/ideas/own-page.test.ts"] },
  { file: "lib/people/clearing.ts", line: "{ actorKind: actor.kind, actorId: actor.id }", instead: "{}", seenBy: ["tests/isolation/clearing.test.ts"] },
  { file: "lib/programmes/comparing.ts", line: "const own = { id, memberId: here(actor.id) };", instead: "const own = { id };", seenBy: ["tests/isolation/programmes.test.ts", "-t", "forget comparison"] },
  { file: "lib/access/own-account.ts", line: "delete from auth.sessions where person_id = (select person_id from auth.sessions where hash = $1 and expires_at > moment())", instead: "delete from auth.sessions where $1::bytea is not null", seenBy: ["tests/people/account.test.ts"] },
  { file: "lib/access/own-account.ts", line: "where person_id = (select person_id from auth.sessions where hash = $1 and expires_at > moment()) and coalesce", instead: "where $1::bytea is not null and coalesce", seenBy: ["tests/people/account.test.ts"] },
  { file: "lib/access/sign-ins.ts", line: "(browser_hash is not distinct from $9)::int) >= 2", instead: "(browser_hash is not distinct from $9)::int) >= 1", seenBy: ["tests/people/sign-in.test.ts"] },
];
