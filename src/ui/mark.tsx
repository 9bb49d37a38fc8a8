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
    <svg
      class={`mark mark-${state}`}
      width={`${size}rem`}
      height={`${size}rem`}
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      stroke-width="2.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {SHAPES[state]}
    </svg>
  );
}

const SHIELD =
  "M16 2.5c3.6 2.3 7.4 3.4 11.5 3.5v9c0 7-4.6 11.8-11.5 14.500C9.1 26.8 4.5 22 4.5 15V6C8.6 5.9 12.4 4.8 16 2.500Z";

const SHAPES = {
  guarding: (
    <>
      <path d={SHIELD} />
      <path d="M8.5 15.500c2-3.2 4.5-4.8 7.5-4.800s5.5 1.6 7.5 4.800c-2 3.2-4.5 4.8-7.5 4.800s-5.5-1.6-7.5-4.800Z" />
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
      <path d={SHIELD} />
      <path d="m10.5 15.5 4 4 7.5-8" />
    </>
  ),
  expired: (
    <>
      <path d={SHIELD} stroke-dasharray="3.5 4" />
      <path d="M12.5 12.500a3.5 3.5 0 1 1 5.3 3c-1.2.7-1.8 1.3-1.8 2.7" />
      <circle cx="16" cy="22.3" r="1.6" fill="currentColor" stroke="none" />
    </>
  ),
};
