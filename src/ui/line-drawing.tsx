import type { ComponentChildren } from "preact";

/**
 * A drawing in lines of the text's colour, on a square grid. Screen readers skip it: the text beside it says the same.
 *
 * @param size of each side, in rem
 * @param grid units on each side, in which the lines and their width are given
 */
export function LineDrawing({
  size,
  grid,
  width = 2,
  children,
  ...more
}: {
  size: number;
  grid: number;
  width?: number;
  children: ComponentChildren;
  class?: string;
  "data-shape"?: string;
}) {
  return (
    <svg
      {...more}
      width={`${size}rem`}
      height={`${size}rem`}
      viewBox={`0 0 ${grid} ${grid}`}
      fill="none"
      stroke="currentColor"
      stroke-width={width}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}
