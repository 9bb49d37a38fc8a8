import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** A heading that takes the focus when it appears, so that a screen reader begins there. */
export function FocusedTitle({
  level = 1,
  children,
}: {
  level?: 1 | 2;
  children: ComponentChildren;
}) {
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    title.current?.focus({ preventScroll: level === 1 });
  }, [level]);
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <Heading tabIndex={-1} ref={title}>
      {children}
    </Heading>
  );
}
