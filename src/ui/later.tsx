import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

/**
 * A part of a page that is read from the package when it is first shown, so that the page itself starts sooner.
 * If it can't be read, the page's error boundary says so.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | null = null;
  return function Later(props: P) {
    const [state, setState] = useState<{ Part: ComponentType<P> } | { error: unknown } | null>(
      loaded && { Part: loaded },
    );
    useEffect(() => {
      if (loaded !== null) return;
      load().then(
        (Part) => {
          loaded = Part;
          setState({ Part });
        },
        (error: unknown) => setState({ error }),
      );
    }, []);
    if (state === null) return null;
    if ("error" in state) throw state.error;
    return <state.Part {...props} />;
  };
}
