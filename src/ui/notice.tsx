import type { ComponentChildren } from "preact";
import { Mark, type MarkState } from "./mark.tsx";

export type NoticeTone = "plain" | "stop" | "care" | "verified";

const MARK_OF_TONE: Record<NoticeTone, MarkState> = {
  plain: "guarding",
  stop: "blocked",
  care: "care",
  verified: "verified",
};

/**
 * A washed box with a mark and one sentence in bold.
 *
 * @param live true for what appears later and must be spoken then
 */
export function Notice({
  tone,
  mark,
  title,
  children,
  live = false,
}: {
  tone: NoticeTone;
  mark?: MarkState;
  title: string;
  children?: ComponentChildren;
  live?: boolean;
}) {
  return (
    <div class={`notice notice-${tone}`} {...(live ? { role: "status" } : {})}>
      <Mark state={mark ?? MARK_OF_TONE[tone]} size={1.75} />
      <div class="notice-body">
        <p class="notice-title">{title}</p>
        {children}
      </div>
    </div>
  );
}
