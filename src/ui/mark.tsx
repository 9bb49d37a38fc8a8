import { LineDrawing } from "./line-drawing.tsx";
import { MARK_EYE, MARK_SHIELD } from "./mark-paths.ts";

/** State of the mark; each has a shape of its own, so that colour is never the only sign. */
export type MarkState = "guarding" | "blocked" | "care" | "verified" | "expired";

/**
 * The eye in a shield, with what it found. Drawn for this project on a grid of 32. Screen readers skip it: the text
 * beside it always says the same.
 *
 * @param size in rem
 */
export function Mark({ state, size = 2 }: { state: MarkState; size?: number }) {
  return (
    <LineDrawing class={`mark mark-${state}`} size={size} grid={32} width={2.5}>
      {SHAPES[state]}
    </LineDrawing>
  );
}

const SHAPES = {
  guarding: (
    <>
      <path d={MARK_SHIELD} />
      <path d={MARK_EYE} />
      <circle cx="16" cy="15.5" r="2" fill="currentColor" stroke="none" />
    </>
  ),
  blocked: (
    <>
      <circle cx="16" cy="16" r="13.5" fill="currentColor" />
      <path d="m11 11 10 10M21 11 11 21" stroke="var(--paper)" stroke-width="3" />
    </>
  ),
  care: (
    <>
      <path d="M16 4 29.5 27.500h-27Z" />
      <path d="M16 12.500v7" />
      <circle cx="16" cy="23.5" r="1.7" fill="currentColor" stroke="none" />
    </>
  ),
  verified: (
    <>
      <path d={MARK_SHIELD} />
      <path d="m10.5 15.5 4 4 7.5-8" />
    </>
  ),
  expired: (
    <>
      <path d={MARK_SHIELD} stroke-dasharray="3.5 4" />
      <path d="M12.5 12.500a3.5 3.5 0 1 1 5.3 3c-1.2.7-1.8 1.3-1.8 2.7" />
      <circle cx="16" cy="22.3" r="1.6" fill="currentColor" stroke="none" />
    </>
  ),
};
