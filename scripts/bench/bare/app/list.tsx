/** An idea as the bare pages show it. */
export type Shown = { id: string; number: number; what: string; network: string };

/** Twenty ideas and nothing around them. */
export function List({ ideas }: { ideas: Shown[] }) {
  return (
    <main>
      <h1>Ideas</h1>
      <ul>
        {ideas.map(({ id, number, what, network }) => <li key={id}><a href={`/${id}`}>Idea {number} · {network}</a><p>{what}</p></li>)}
      </ul>
    </main>
  );
}
