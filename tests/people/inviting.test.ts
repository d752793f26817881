import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import MemberPage from "#app/[locale]/at/[provider]/people/[member]/page.tsx";
import PeoplePage from "#app/[locale]/at/[provider]/people/page.tsx";
import { laidLetters } from "#lib/mail/mail.ts";
import { inviteAgain, inviteMember, suspendMember } from "#lib/people/actions.ts";
import { sendInvitation } from "#lib/people/jobs.ts";
import { invitePerson } from "#lib/access/memberships.ts";
import { later } from "#tests/support/letters.ts";
import { as, dithmarschen, inTheWorld, vidzeme, type Form } from "#tests/support/people.ts";

const world = inTheWorld();
const invited = (form: Form = {}): Form => ({ id: randomUUID(), name: "Kristīne", email: `${randomUUID()}@example.org`, reads: "lv", staff: "yes", ...form });
const props = (params: object = {}) => ({ params: Promise.resolve({ locale: "en", provider: "vidzeme", ...params }), searchParams: Promise.resolve({}) }) as never;

const roles = async (email: string) =>
  (await world.rows<{ role: string }>(null, "select m.role from auth.memberships m join auth.persons p on p.id = m.person_id where p.email = $1 order by m.role", [email])).map(({ role }) => role);
const letters = async (memberId: string) => (await world.rows(vidzeme, "select from pgboss.job where name = 'send-invitation' and data->>'id' = $1", [memberId])).length;
const persons = async (email: string) => (await world.rows<{ name: string }>(null, "select name from auth.persons where email = $1", [email]));

describe("an administrator invites", () => {
  test("somebody new: a member, an account with the ticked roles, one letter", async () => {
    const liene = await as("liene");
    const form = invited({ leader: "yes", email: ` Kristine.${randomUUID()}@Example.org ` });
    expect(await liene.does(inviteMember, form)).toEqual({ ok: true, subject: form.id });
    const email = form.email?.trim().toLowerCase() ?? "";
    expect(await world.rows(vidzeme, "select name, email from members where id = $1", [form.id])).toEqual([{ name: "Kristīne", email }]);
    expect(await roles(email)).toEqual(["leader", "staff"]);
    expect(await letters(form.id ?? "")).toBe(1);
    expect(await world.rows(vidzeme, "select deed, subject_kind from events where subject_id = $1", [form.id])).toEqual([{ deed: "invite member", subject_kind: "member" }]);
  });

  test("the same form twice: one person, one letter", async () => {
    const [liene, form] = [await as("liene"), invited()];
    const answers = await Promise.all([liene.does(inviteMember, form), liene.does(inviteMember, form)]);
    expect(answers).toEqual([{ ok: true, subject: form.id }, { ok: true, subject: form.id }]);
    expect(await letters(form.id ?? "")).toBe(1);
  });

  test("an address that is in the list already is said beside the field, also of two at once", async () => {
    const [liene, first] = [await as("liene"), invited()];
    const answers = await Promise.all([liene.does(inviteMember, first), liene.does(inviteMember, invited({ email: String(first.email).toUpperCase(), leader: "yes" }))]);
    expect(answers.filter((answer) => typeof answer === "object" && "ok" in answer && answer.ok)).toHaveLength(1);
    expect(answers).toContainEqual(expect.objectContaining({ ok: false, fields: { email: "Somebody with this e-mail address is in your list already." } }));
    expect(await world.rows(vidzeme, "select from members where email = $1", [String(first.email)])).toHaveLength(1);
  });

  test("somebody who works at another provider: the same answer; their account stays theirs", async () => {
    const [liene, birte] = [await as("liene"), dithmarschen.members[0]];
    const form = invited({ name: "Birte from the north", email: birte?.email ?? "" });
    expect(await liene.does(inviteMember, form)).toEqual({ ok: true, subject: form.id });
    expect(await persons(birte?.email ?? "")).toEqual([{ name: birte?.name }]);
    const places = await world.rows(null, "select distinct provider_id from auth.memberships where person_id = $1", [birte?.person]);
    expect(places).toHaveLength(2);
    expect(JSON.stringify(await liene.sees(() => PeoplePage(props())))).toContain("Birte from the north");
  });

  test("somebody whose first invitation broke off halfway: they have the roles of this one, under the name in the list", async () => {
    const [liene, form, lost] = [await as("liene"), invited(), randomUUID()];
    await invitePerson({ providerId: vidzeme.id, memberId: lost, name: "Kristīne", email: form.email ?? "", language: "lv", roles: ["admin"] });
    expect(await liene.does(inviteMember, form)).toMatchObject({ ok: true });
    expect(await roles(form.email ?? "")).toEqual(["staff"]);
    expect(await liene.does(suspendMember, { member: form.id ?? "" })).toMatchObject({ ok: true });
    expect(await liene.does(suspendMember, { member: lost })).toBe("not found");
  });

  test.each(["Anna,\n\nyour account is locked. Open https://evil.example/now", "anna@evil.example", "www.evil.example", "WWW.evil", "ftp://x", "Go to evil.example/now"])("%j is no name: it would stand in our letter", async (name) => {
    expect(await (await as("liene")).does(inviteMember, invited({ name }))).toMatchObject({ ok: false, typed: { name }, fields: { name: expect.stringMatching(/only the name/) } });
  });

  test("a name is one line", async () => {
    const form = invited({ name: " Dr. Kristīne\r\n\tO’Neil-Bērziņa \u2028 Jr. " });
    await (await as("liene")).does(inviteMember, form);
    expect(await world.rows(vidzeme, "select name from members where id = $1", [form.id])).toEqual([{ name: "Dr. Kristīne O’Neil-Bērziņa Jr." }]);
  });

  test("an empty form names everything at once, a role too", async () => {
    const answer = await (await as("liene")).does(inviteMember, { id: randomUUID(), reads: "xx" });
    expect(answer).toMatchObject({ ok: false, fields: { name: expect.any(String), email: expect.any(String), reads: expect.any(String), staff: "Please choose at least one role." } });
  });
});

describe("the letter", () => {
  test("is in the language chosen, tells the way in and carries no secret", async () => {
    const form = invited({ reads: "en" });
    await (await as("liene")).does(inviteMember, form);
    await sendInvitation({ providerId: vidzeme.id, id: form.id ?? "" });
    const [letter] = await laidLetters();
    expect(letter).toMatchObject({ to: form.email, subject: expect.stringContaining(vidzeme.name) });
    expect(letter?.text).toContain("http://localhost:3000/en/sign-in");
    expect(letter?.text).not.toMatch(/letter=|token|[0-9a-f]{32}/);
  });

  test("goes to nobody who is not there", async () => {
    const before = (await laidLetters()).length;
    await sendInvitation({ providerId: vidzeme.id, id: randomUUID() });
    expect(await laidLetters()).toHaveLength(before);
  });

  test("goes out once more to somebody who has not come in, and not to who has", async () => {
    const [liene, form] = [await as("liene"), invited()];
    await liene.does(inviteMember, form);
    expect(await liene.does(inviteAgain, { member: form.id ?? "" })).toMatchObject({ ok: true });
    expect(await letters(form.id ?? "")).toBe(2);
    await world.rows(null, "update auth.memberships set joined_at = moment() where member_id = $1", [form.id]);
    expect(await liene.does(inviteAgain, { member: form.id ?? "" })).toMatchObject({ ok: false, refusal: "This person has signed in already and needs no invitation." });
    expect(await letters(form.id ?? "")).toBe(2);
  });
});

test("at most five letters a day go to one person, whoever sends them", async () => {
  const [liene, form] = [await as("liene"), invited()];
  await liene.does(inviteMember, form);
  for (let again = 0; again < 4; again += 1) expect(await liene.does(inviteAgain, { member: form.id ?? "" })).toMatchObject({ ok: true });
  expect(await liene.does(inviteAgain, { member: form.id ?? "" })).toMatchObject({ ok: false, refusal: expect.stringMatching(/Several letters went to this person today/) });
  expect(await letters(form.id ?? "")).toBe(5);
  await later(world, 60, async () => expect(await liene.does(inviteAgain, { member: form.id ?? "" })).toMatchObject({ ok: false }));
  await later(world, 24 * 60, async () => expect(await (await as("liene")).does(inviteAgain, { member: form.id ?? "" })).toMatchObject({ ok: true }));
});

describe("the list", () => {
  test("shows addresses and states to the administrator, and is not there for staff and leaders", async () => {
    const form = invited({ name: "Anete" });
    const liene = await as("liene");
    await liene.does(inviteMember, form);
    expect(JSON.stringify(await liene.sees(() => PeoplePage(props())))).toContain(form.email);
    for (const key of ["ilze", "maris"]) {
      const person = await as(key);
      expect(await person.sees(() => PeoplePage(props()))).toBe("not found");
      expect(await person.does(inviteMember, invited())).toBe("not found");
      expect(await person.sees(() => MemberPage(props({ member: form.id })))).toBe("not found");
    }
  });

  test("shows fifty at a time", async () => {
    await world.rows(vidzeme, "insert into members (id, name, email) select gen_random_uuid(), 'Many ' || n, 'many' || n || '@example.org' from generate_series(1, 60) n");
    const liene = await as("liene");
    const page = JSON.stringify(await liene.sees(() => PeoplePage(props())));
    expect(page.match(/many\d+@example\.org/g)).toHaveLength(50);
    const after = /"next":"(\d+_[0-9a-f-]{36})"/.exec(page)?.[1] ?? "";
    const next = JSON.stringify(await liene.sees(() => PeoplePage({ params: Promise.resolve({ locale: "en", provider: "vidzeme" }), searchParams: Promise.resolve({ after }) } as never)));
    expect(next.match(/many\d+@example\.org/g)).toHaveLength(10);
    expect(next).toContain("liene@vidzeme.example.org");
  });
});
