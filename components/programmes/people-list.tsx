import { getLocale, getTranslations } from "next-intl/server";
import { PersonPlace } from "#components/programmes/person-place.tsx";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Row, RowItem, Rows } from "#components/ui/layout.tsx";
import { Paging } from "#components/ui/paging.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Small } from "#components/ui/text.tsx";
import type { Role } from "#lib/access/abilities.ts";
import { longDay } from "#lib/language/moments.ts";
import type { ProgrammePeople } from "#lib/programmes/queries.ts";

type Place = { roles: Role[]; joinedAt: Date | null; suspendedAt: Date | null };
type ListProps = { people: ProgrammePeople; places: Map<string, Place>; /** A manager sees addresses, to know whom a letter went to, and can take a place back. */ manager?: { self: string; programme: string }; home: string; later: boolean; timeZone: string };

/** Who works in the programme, in which role, and whether they have come in yet. */
export async function PeopleList({ people, places, manager, home, later, timeZone }: ListProps) {
  const [locale, t, nav] = await Promise.all([getLocale(), getTranslations("programme"), getTranslations("nav")]);
  return (
    <Card labelledBy="people">
      <Heading level={2} size={1} id="people">{t("peopleTitle")}</Heading>
      <Rows label={t("peopleTitle")}>
        {people.rows.map(({ id, name, email, createdAt }) => {
          const place = places.get(id);
          const joinedAt = place?.joinedAt;
          const since = joinedAt ? t("personSince", { date: longDay(locale, joinedAt, timeZone) }) : t("personInvited", { date: longDay(locale, createdAt, timeZone) });
          return (
            <RowItem key={id}>
              <Row spread>
                <span className="font-strong">{name}</span>
                {place?.suspendedAt ? <Tag>{t("suspended")}</Tag> : <Tag tone={joinedAt ? "moss" : "amber"}>{t(joinedAt ? "personHere" : "personAwaited")}</Tag>}
              </Row>
              <Small>{[place?.roles.map((role) => nav(role as "partner")).join(", "), since, manager && email].filter(Boolean).join(" · ")}</Small>
              {manager && place && id !== manager.self && <PersonPlace programme={manager.programme} member={id} name={name} suspended={!!place.suspendedAt} />}
            </RowItem>
          );
        })}
      </Rows>
      <Paging next={people.next && `${home}?people=${people.next}#people`} first={later && `${home}#people`} />
    </Card>
  );
}
