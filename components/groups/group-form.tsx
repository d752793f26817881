import { Choice, TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { Send } from "#components/ui/send.tsx";
import { Theirs } from "#components/ui/theirs.tsx";
import { changeGroup, makeGroup } from "#lib/groups/actions.ts";
import type { GroupFormWords } from "./group-words.ts";

type Option = { value: string; label: string };
type GroupFormProps = {
  words: GroupFormWords; hidden: Record<string, string>; members: Option[];
  /** For a new group: where it belongs. */
  networks?: Option[];
  /** For a group that is there: its words and their version. */
  initial?: { name: string; speaks: string; aboutSize: string; contact: string }; version?: number;
};

/** A group's name, language, size and contact. */
export function GroupForm({ words, hidden, members, networks, initial, version }: GroupFormProps) {
  return (
    <Form deed={initial ? changeGroup : makeGroup} hidden={hidden} keep={`group-${hidden.group ?? "new"}`} problem={words.problem} unreachable={words.unreachable}>
      {version !== undefined && <Theirs label={words.theirs} replace={words.replace} version={version} />}
      <TextField name="name" label={words.name} hint={words.nameHint} initial={initial?.name} keep required whoSees={words.nameSees} />
      {networks && <Choice name="network" label={words.network} options={networks} empty={words.choose} initial={networks.length === 1 ? networks[0]?.value : ""} required />}
      <Choice name="speaks" label={words.language} options={words.languages} empty={words.choose} initial={initial?.speaks} required />
      <TextField name="aboutSize" label={words.aboutSize} inputMode="numeric" narrow initial={initial?.aboutSize} required />
      <Choice name="contact" label={words.contact} options={members} empty={words.choose} initial={initial?.contact} required />
      <Send label={initial ? words.save : words.make} sendingLabel={words.sending} />
    </Form>
  );
}
