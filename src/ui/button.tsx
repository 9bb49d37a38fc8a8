import type { ButtonHTMLAttributes } from "preact";

/** "primary": the one safe thing to do; "quiet": possible, never urged. */
export type ButtonKind = "primary" | "plain" | "quiet";

/** A button of at least 44 px. */
export function Button({
  kind = "plain",
  wide = false,
  ...attributes
}: Omit<ButtonHTMLAttributes, "class"> & { kind?: ButtonKind; wide?: boolean }) {
  return <button type="button" {...attributes} class={buttonClass(kind, wide)} />;
}

export function buttonClass(kind: ButtonKind, wide = false): string {
  return `button button-${kind}${wide ? " button-wide" : ""}`;
}
