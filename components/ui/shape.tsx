// The shapes that forms need in the browser; all others live in icon.tsx.
export const eye = "M2.062 12.348a1 1 0 0 1 0-.696 10.75 10.75 0 0 1 19.876 0 1 1 0 0 1 0 .696 10.75 10.75 0 0 1-19.876 0M9 12a3 3 0 1 0 6 0a3 3 0 1 0 -6 0";
export const stop = "M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0M12 8v4M12 16h.01";
export const more = "M6 9l6 6 6-6";

/** Draws one outline. It says nothing alone, so screen readers pass over it; `turns` mirrors it in right-to-left text. */
export function Shape({ path, large = false, turns = false }: { path: string; large?: boolean; turns?: boolean }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={`icon${large ? " size-icon-large" : ""}${turns ? " rtl:-scale-x-100" : ""}`}>
      <path d={path} />
    </svg>
  );
}
