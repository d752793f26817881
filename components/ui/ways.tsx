type Way = { name: string; href: string; current: boolean };

/** A choice among a few ways to see a list: plain links, so that the choice stands in the address. `label` says what is chosen. */
export function Ways({ label, ways }: { label: string; ways: Way[] }) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ul role="list" className="flex flex-wrap gap-x-3 gap-y-1">
        {ways.map(({ name, href, current }) => (
          <li key={href}><a href={href} aria-current={current ? "page" : undefined} className="inline-flex min-h-target min-w-target items-center aria-[current]:font-bold aria-[current]:text-ink aria-[current]:decoration-amber">{name}</a></li>
        ))}
      </ul>
    </nav>
  );
}
