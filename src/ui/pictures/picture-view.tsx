import type { Picture } from "./pen.ts";
import "./picture-view.css";

/** Width of a stroke on the ground of 120 by 90. */
const STROKE = 1.7;

/** A picture in the colours of its place. Decoration: what it shows is said in words beside it. */
export function PictureView({ picture }: { picture: Picture }) {
  return (
    <svg class="picture" viewBox="0 0 120 90" aria-hidden="true">
      {picture.map(({ tone, d, move }, index) => (
        <path
          key={index}
          class={`picture-${tone}`}
          d={d}
          {...(move && {
            transform: `translate(${move.x} ${move.y}) scale(${move.scale})`,
          })}
          stroke-width={STROKE / (move?.scale ?? 1)}
        />
      ))}
    </svg>
  );
}
