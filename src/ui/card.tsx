import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

/**
 * A framed section under a heading of its own.
 *
 * @param aside stands at the end of the heading's line
 */
export function Card({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ComponentChildren;
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class="card" aria-labelledby={id}>
      <div class="card-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
