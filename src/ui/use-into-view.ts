import { useEffect, useRef } from "preact/hooks";

/** Brings what has just appeared into sight, by the shortest way. */
export function useIntoView<E extends Element>() {
  const element = useRef<E>(null);
  useEffect(() => element.current?.scrollIntoView({ block: "nearest" }), []);
  return element;
}
