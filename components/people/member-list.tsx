import { getTranslations } from "next-intl/server";
import { MemberTag } from "#components/people/member-tag.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Row, RowItem, Rows } from "#components/ui/layout.tsx";
import { Small } from "#components/ui/text.tsx";
import type { MemberRole, Standing } from "#lib/people/member.ts";

type Listed = { id: string; name: string; email: string | null; roles: MemberRole[]; standing?: Standing };

/** Everybody with an account here: who, what they may, and whether they have come in. Who has no membership any more has no tag and nothing to change. */
export async function MemberList({ people, home, next, later }: { people: Listed[]; home: string; next: string | null; later: boolean }) {
  const t = await getTranslations("people");
  return (
    <Card labelledBy="list">
      <Heading level={2} size={1} id="list">{t("listTitle")}</Heading>
      <Rows label={t("listTitle")}>
        {people.map(({ id, name, email, roles, standing }) => (
          <RowItem key={id}>
            <Row spread>
              <Heading level={3}>{name}</Heading>
              {standing && <MemberTag standing={standing} />}
            </Row>
            <p className="wrap-anywhere">{email}</p>
            <Small>{roles.map((role) => t(`roles.${role}`)).join(", ")}</Small>
            {standing && <LinkButton kind="quiet" href={`${home}/people/${id}`} aria-label={`${t("change")}: ${name}`}>{t("change")}</LinkButton>}
          </RowItem>
        ))}
      </Rows>
      {(later || next) && (
        <Row>
          {later && <LinkButton kind="plain" href={`${home}/people`}>{t("first")}</LinkButton>}
          {next && <LinkButton kind="quiet" href={`${home}/people?after=${next}`}>{t("more")}</LinkButton>}
        </Row>
      )}
    </Card>
  );
}
