/** The first stop of the Tab key: past the header, to what the page is about. */
export function SkipLink({ label }: { label: string }) {
  return <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:start-2 focus:top-2 focus:z-10 focus:rounded-field focus:bg-surface focus:px-3 focus:py-2 focus:font-strong">{label}</a>;
}
