import type { ReactNode } from "react";
import { Icon } from "#components/ui/icon.tsx";

/** The strip at the top: brand, where we are, the ways on, and at the far end what is always within reach. What unfolds here opens below it. */
export function Bar({ brand, place, nav, end }: { brand: ReactNode; place?: ReactNode; nav?: ReactNode; end?: ReactNode }) {
  return (
    <header className="border-b border-line bg-surface">
      <div className="relative flex flex-wrap items-center gap-x-2 gap-y-1 px-3 py-1 sm:gap-x-3 sm:px-4">
        {brand}
        {place && <span className={`order-last min-w-0 text-small text-ink-soft sm:order-none ${nav ? "basis-full sm:basis-auto" : ""}`}>{place}</span>}
        {nav}
        {/* On a phone each of these takes the room that is left, so that the strip stays low. */}
        {end && <div className="contents sm:ms-auto sm:flex sm:flex-wrap sm:items-center sm:gap-2">{end}</div>}
      </div>
    </header>
  );
}

/** Sun over water, and the name. */
export function Brand({ href, name }: { href: string; name: string }) {
  return (
    <a href={href} className="inline-flex min-h-target items-center gap-1 text-1 font-bold no-underline">
      <svg viewBox="0 0 32 32" aria-hidden="true" className="size-icon-large">
        <path d="M3 21c4 0 4-4 8.5-4s4.5 4 9 4 4.5-4 8.5-4" fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
        <path d="M3 27c4 0 4-4 8.5-4s4.5 4 9 4 4.5-4 8.5-4" fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round" opacity=".45" />
        <circle cx="16" cy="8" r="5" className="fill-amber" />
      </svg>
      {name}
    </a>
  );
}

type NavLink = { href: string; label: string; current?: boolean };

/** The ways on: a line of links, folded into one button on a phone. */
export function Nav({ label, links }: { label: string; links: NavLink[] }) {
  return (
    <nav aria-label={label} className="min-w-0">
      <details className="md:hidden">
        <summary className="inline-flex min-h-target items-center gap-1 rounded-field px-1 font-strong text-sea"><Icon name="menu" />{label}</summary>
        <ul role="list" className="absolute inset-x-3 top-full z-10 rounded-field border border-line-strong bg-surface p-1">
          {links.map((link) => <li key={link.href}><Way {...link} /></li>)}
        </ul>
      </details>
      <ul role="list" className="hidden flex-wrap gap-x-3 md:flex">
        {links.map((link) => <li key={link.href}><Way {...link} /></li>)}
      </ul>
    </nav>
  );
}

function Way({ href, label, current }: NavLink) {
  const looks = current ? "border-amber font-bold" : "border-transparent hover:border-line forced-colors:border-none";
  return <a href={href} aria-current={current ? "page" : undefined} className={`flex min-h-target items-center border-b-4 px-1 no-underline md:px-0 ${looks}`}>{label}</a>;
}
