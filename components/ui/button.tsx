import type { ComponentProps, ReactNode } from "react";

export type ButtonKind = "deed" | "quiet" | "plain";
type Looks = { kind?: ButtonKind; wide?: boolean; children: ReactNode };

// Their looks stand in app/globals.css: a list has a button in every row.
const kinds: Record<ButtonKind, string> = { deed: "button button-deed", quiet: "button button-quiet", plain: "button button-plain" };

function drawn({ kind = "deed", wide = false }: Pick<Looks, "kind" | "wide">) {
  return wide ? `${kinds[kind]} w-full` : kinds[kind];
}

/** A button inside a form sends it. The deed is the one next step of a screen; all others are quiet. */
export function Button({ kind, wide, ...rest }: Looks & Omit<ComponentProps<"button">, "className" | "style" | "children">) {
  return <button {...rest} className={drawn({ kind, wide })} />;
}

/** A link that looks like a button: goes somewhere, changes nothing. A plain `<a>`, so it works before any script. */
export function LinkButton({ kind, wide, ...rest }: Looks & { href: string } & Omit<ComponentProps<"a">, "className" | "style" | "children" | "href">) {
  return <a {...rest} className={drawn({ kind, wide })} />;
}
