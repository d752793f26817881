import type { ComponentProps, ReactNode } from "react";

export type ButtonKind = "deed" | "quiet" | "plain";
type Looks = { kind?: ButtonKind; wide?: boolean; children: ReactNode };

const shape = "inline-flex min-h-button items-center justify-center gap-1 rounded-full border-2 py-1 text-center font-strong no-underline aria-disabled:cursor-progress aria-disabled:opacity-75 print:hidden";
const kinds: Record<ButtonKind, string> = {
  deed: "border-transparent bg-sea px-4 text-on-sea hover:bg-sea-deep",
  quiet: "border-line-strong bg-transparent px-4 text-sea hover:border-sea hover:bg-sea-soft",
  plain: "-mx-1 border-transparent px-1 text-sea underline underline-offset-4 hover:decoration-2",
};

function drawn({ kind = "deed", wide = false }: Pick<Looks, "kind" | "wide">) {
  return `${shape} ${kinds[kind]} ${wide ? "w-full" : ""}`;
}

/** A button inside a form sends it. The deed is the one next step of a screen; all others are quiet. */
export function Button({ kind, wide, ...rest }: Looks & Omit<ComponentProps<"button">, "className" | "style" | "children">) {
  return <button {...rest} className={drawn({ kind, wide })} />;
}

/** A link that looks like a button: goes somewhere, changes nothing. A plain `<a>`, so it works before any script. */
export function LinkButton({ kind, wide, ...rest }: Looks & { href: string } & Omit<ComponentProps<"a">, "className" | "style" | "children" | "href">) {
  return <a {...rest} className={drawn({ kind, wide })} />;
}
