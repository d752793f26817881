import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Choice, TextField } from "#components/ui/field.tsx";
import { Carried } from "#components/ui/carried.tsx";
import { Due, Fold } from "#components/ui/fold.tsx";
import { Form } from "#components/ui/form.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Row, RowItem, Rows } from "#components/ui/layout.tsx";
import { Send } from "#components/ui/send.tsx";
import { Small } from "#components/ui/text.tsx";
import { longDay } from "#lib/language/moments.ts";
import { endRole, namePerson } from "#lib/projects/actions.ts";
import { projectRoles } from "#lib/projects/project.ts";
import type { ProjectToRead } from "#lib/projects/queries.ts";

type Role = (typeof projectRoles)[number];
type PeopleProps = { provider: string; project: string; timeZone?: string; /** Absent while the database is away. */ seen?: ProjectToRead };

/** Who does what in a project, who did, and a form to name somebody more. */
export async function ProjectPeople({ provider, project, timeZone = "Etc/UTC", seen }: PeopleProps) {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("projects"), getTranslations("forms")]);
  const day = (moment: Date) => longDay(language, moment, timeZone);
  const common = { problem: forms("problem"), unreachable: forms("unreachable") };
  const [now, before] = [seen?.people.filter(({ endedAt }) => !endedAt) ?? [], seen?.people.filter(({ endedAt }) => endedAt) ?? []];
  const called = ({ member, called: name }: ProjectToRead["people"][number]) => member?.name ?? name ?? "";
  const open = !!seen && seen.state !== "closed" && seen.state !== "stopped";
  return (
    <Card labelledBy="people">
      <Heading level={2} size={1} id="people">{t("peopleTitle")}</Heading>
      {now.length > 0 && (
        <Rows label={t("peopleTitle")}>
          {now.map((person) => (
            <RowItem key={person.id}>
              <Row spread>
                <p><strong>{called(person)}</strong> · {t(`roles.${person.role as Role}`)} <span className="text-small text-ink-soft">{t("sinceDay", { date: day(person.since) })}</span></p>
                <Form deed={endRole} hidden={{ provider, language, person: person.id }} {...common}>
                  <Send kind="plain" label={t("endRole")} sendingLabel={forms("sending")} />
                </Form>
              </Row>
            </RowItem>
          ))}
        </Rows>
      )}
      {before.map((person) => person.endedAt && <Small key={person.id}>{t("formerPerson", { name: called(person), role: t(`roles.${person.role as Role}`), from: day(person.since), to: day(person.endedAt) })}</Small>)}
      <Form deed={namePerson} hidden={{ provider, language, project, id: randomUUID() }} keep={`person-${project}`} {...common}>
        <Due now={open}>
          <Fold label={t("nameTitle")}>
            <Choice name="role" label={t("role")} options={projectRoles.map((role) => ({ value: role, label: t(`roles.${role}`) }))} empty={forms("choose")} required />
            <TextField name="called" label={t("called")} hint={t("calledHint")} mark={t("notForFacilitator")} keep />
            {seen ? <Choice name="member" label={t("member")} mark={t("onlyForFacilitator")} options={seen.network.provider.members.map(({ id, name }) => ({ value: id, label: name }))} empty={forms("choose")} /> : <Carried names={["member"]} />}
            <Send kind="quiet" label={t("namePerson")} sendingLabel={forms("sending")} />
          </Fold>
        </Due>
      </Form>
    </Card>
  );
}
