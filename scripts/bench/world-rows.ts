/** The statements that fill one provider; its row level security setting is on, so no statement names the provider it writes for. */

// An id that sorts by its moment, as the product's own do.
const idAt = (moment: string, words: string) =>
  `(lpad(to_hex((extract(epoch from ${moment}) * 1000)::bigint), 12, '0') || '7' || substr(md5(current_provider() || ${words}), 1, 3) || '8' || substr(md5(current_provider() || ${words}), 4, 15))::uuid`;
const anId = (words: string) => `(substr(md5(current_provider() || ${words}), 1, 12) || '4' || substr(md5(current_provider() || ${words}), 13, 3) || 'a' || substr(md5(current_provider() || ${words}), 16, 15))::uuid`;

// The ideas of two years, spread so that neighbours in number are no neighbours in time; a moment of the day too.
const said = "moment() - interval '1 hour' - make_interval(days => (n * 379) % 730, mins => (n * 97) % 1440)";
const networkOf = (n: string) => `(select id from networks order by slug offset ${n} % (select count(*) from networks) limit 1)`;

type Crowd = { staffEach: number; sessions: number };
const participants = (many: number) => `insert into participants (id, language) select ${anId("'participant' || n")}, 'en' from generate_series(1, ${many}) n on conflict do nothing`;

/** Who is there: staff, a leader and participants, with a session for some. */
export const people: ((slug: string, crowd: Crowd) => string)[] = [
  (_, { staffEach }) => `insert into members (id, name, email) select ${anId("'member' || n")}, 'Colleague ' || n, 'colleague-' || n || '@' || current_provider() || '.example' from generate_series(1, ${staffEach + 1}) n`,
  () => "insert into auth.persons (id, name, email, language) select id, name, email, 'en' from members",
  (_, { staffEach }) => `insert into auth.memberships (id, person_id, provider_id, member_id, role, joined_at)
    select gen_random_uuid(), id, current_provider(), id, case when name = 'Colleague ${staffEach + 1}' then 'leader' else 'staff' end, moment() from members`,
  (slug, { staffEach }) => `insert into auth.sessions (hash, person_id, expires_at)
    select sha256(convert_to('bench-${slug}-' || case n when ${staffEach + 1} then 'leader-1' else 'staff-' || n end, 'UTF8')), ${anId("'member' || n")}, moment() + interval '8 hours' from generate_series(1, ${staffEach + 1}) n`,
  (_, { sessions }) => participants(sessions),
  (slug, { sessions }) => `insert into auth.sessions (hash, expires_at) select sha256(convert_to('bench-${slug}-participant-' || n, 'UTF8')), moment() + interval '8 hours' from generate_series(1, ${sessions}) n`,
  (slug, { sessions }) => `insert into auth.session_participants (session_hash, provider_id, participant_id)
    select sha256(convert_to('bench-${slug}-participant-' || n, 'UTF8')), current_provider(), ${anId("'participant' || n")} from generate_series(1, ${sessions}) n`,
];

/** Where people meet: so many networks, with texts, posters, meetings and groups. */
export const places: ((networks: number) => string)[] = [
  (networks) => `insert into networks (id, slug, name, place, focus_group, language, contact_id)
    select ${anId("'network' || n")}, 'village-' || lpad(n::text, 2, '0'), 'Neighbours of village ' || n, 'Village ' || n, (array['older people', 'single parents', 'carers'])[1 + n % 3], 'en', ${anId("'member' || (1 + n % 8)")} from generate_series(1, ${networks}) n`,
  () => "insert into network_texts (network_id, language, origin, welcome, house_rules, who_sees) select id, 'en', 'written', 'We are neighbours who help each other. Say what is missing here; somebody reads it and answers.', 'One speaks, the others listen. What is said here stays here.', 'The staff of this place read your idea. Nobody else sees it until you agree.' from networks",
  () => "insert into visitor_codes (network_id, code) select id, upper(substr(translate(md5(id::text), '01', 'xy'), 1, 6)) from networks",
  () => `insert into meetings (id, network_id, starts_at, place, note, language, origin) select ${anId("'meeting' || slug")}, id, moment() + interval '4 days', 'Parish hall', 'There is coffee.', 'en', 'written' from networks`,
  () => `insert into groups (id, network_id, name, language, about_size, contact_id) select ${anId("'group' || slug || n")}, id, 'Group ' || n, 'en', 12, contact_id from networks, generate_series(1, 2) n`,
  () => "insert into group_steps (id, group_id, step, member_id) select gen_random_uuid(), id, 'made', contact_id from groups",
];

// One idea in forty waits although it is old, and so do all of the last twenty days: a few of them are late.
const waits = "(number % 40 = 7 or created_at > moment() - interval '20 days')";

/** Ideas numbered from 1 to so many, with all that follows from them: one in twenty has a second answer, one in forty became a micro project with a diary of twelve days. */
export const work: ((ideas: number) => string)[] = [
  (ideas) => participants(1 + Math.floor(ideas / 3)),
  (ideas) => `insert into ideas (id, number, network_id, what, for_whom, we_have, language, origin, author_id, spoke, heads, typed_by, read_back, created_at)
    select ${idAt(said, "'idea' || n")}, n, ${networkOf("n")},
      'The bus leaves before the doctor is done, and the next one comes three hours later. Number ' || n || ' of us waits in the rain.', 'for everybody who has no car', 'a shelter, two drivers',
      'en', case when n % 10 < 7 then 'written' else 'typed for' end, ${anId("'participant' || (1 + n / 3)")},
      case when n % 10 < 7 then 'self' when n % 10 < 9 then 'person' else 'group' end, case when n % 10 = 9 then 12 end,
      case when n % 10 >= 7 then ${anId("'member' || (1 + n % 8)")} end, case when n % 10 >= 7 then 'yes' end, ${said}
    from generate_series(1, ${ideas}) n`,
  () => `insert into waits (noun, subject_id, network_id, since, due_at) select 'idea', id, network_id, created_at, created_at + interval '28 days' from ideas where ${waits}`,
  () => `insert into answers (idea_id, text, language, origin, author_id, version, written_at)
    select id, 'We asked the bus company: from spring on the last bus waits until half past five. Until then Ausma drives on Tuesdays.', 'en', 'written', ${anId("'member' || (1 + number % 8)")}, case when number % 20 = 3 then 2 else 1 end, created_at + interval '9 days'
    from ideas where not ${waits}`,
  () => `insert into answer_versions (idea_id, version, text, language, author_id, written_at) select id, 1, 'We ask the bus company.', 'en', ${anId("'member' || (1 + number % 8)")}, created_at + interval '5 days' from ideas where not ${waits} and number % 20 = 3`,
  () => `insert into deferrals (idea_id, answer_version, created_at) select id, 1, created_at + interval '9 days' from ideas where not ${waits} and number % 20 = 11`,
  () => `insert into tickets (idea_id, language, attempt, words_hash, created_at) select id, 'en', 0, sha256(convert_to(id::text, 'UTF8')), created_at from ideas`,
  () => `insert into projects (id, number, network_id, title, place, language, origin, focus_group, owner, owner_called, state, created_at)
    select ${idAt("created_at + interval '9 days'", "'project' || number")}, 1 + number / 40, network_id, 'A shelter at the bus stop, ' || number, 'Village square', 'en', 'written', 'older people', 'end user', 'Ausma', case when number % 120 = 2 then 'closed' else 'running' end, created_at + interval '9 days'
    from ideas where number % 40 = 2 and not ${waits}`,
  () => `insert into adoptions (idea_id, project_id, member_id, at) select i.id, p.id, ${anId("'member1'")}, p.created_at from ideas i join projects p on p.number = 1 + i.number / 40 where i.number % 40 = 2`,
  () => `insert into project_steps (id, project_id, step, why, language, member_id, at)
    select gen_random_uuid(), p.id, step, '', 'en', ${anId("'member1'")}, p.created_at + make_interval(hours => hour)
    from projects p, (values ('formed', 0), ('started', 1), ('closed', 2)) as steps (step, hour) where step <> 'closed' or p.state = 'closed'`,
  () => `insert into project_people (id, project_id, role, member_id, called, named_by, since)
    select gen_random_uuid(), p.id, role, case role when 'facilitator' then ${anId("'member1'")} end, case role when 'peer lead' then 'Ausma' end, ${anId("'member1'")}, p.created_at
    from projects p, (values ('facilitator'), ('peer lead')) as roles (role)`,
  () => `insert into activities (id, project_id, network_id, happened_on, what, surprised, next, newcomers, regulars, children, minutes, language, origin, author_id, created_at)
    select ${anId("'activity' || p.number || '-' || n")}, p.id, p.network_id, (least(p.created_at + make_interval(days => n * 7), moment()))::date, 'We measured the place and sawed the boards. Coffee for all.', 'Two boys from the school stayed to help.', 'The roof, when the weather holds.', 2, 9, 3, 150, 'en', 'written', ${anId("'member1'")}, least(p.created_at + make_interval(days => n * 7), moment())
    from projects p, generate_series(1, 12) n`,
  () => `insert into activity_steps (id, activity_id, step, member_id, at) select gen_random_uuid(), a.id, 'logged', author_id, a.created_at from activities a`,
  () => `insert into events (id, at, actor_kind, actor_id, deed, subject_kind, subject_id, network_id, origin) select ${idAt("created_at", "'event' || number")}, created_at, 'participant', author_id, 'propose idea', 'idea', id, network_id, 'web' from ideas`,
  (ideas) => `insert into counters (noun, last) values ('idea', ${ideas}), ('project', ${1 + Math.floor(ideas / 40)})`,
];

/** Published figures of two years for every region. */
export const publish = `
  with quarters as (select to_char(at, 'YYYY-"Q"Q') as quarter from generate_series(date_trunc('quarter', moment()) - interval '2 years', date_trunc('quarter', moment()) - interval '3 months', interval '3 months') at),
  made as (insert into releases (quarter) select quarter from quarters on conflict do nothing returning quarter)
  insert into figures (quarter, nuts_version, region_code, indicator, value, base, withheld)
  select made.quarter, r.nuts_version, r.code, i.code, 20 + abs(hashtext(made.quarter || r.code || i.code)) % 80, case i.unit when 'percent' then 120 end, false from made, regions r, indicators i`;
