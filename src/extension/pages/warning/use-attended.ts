import { useEffect, useState } from "preact/hooks";

/**
 * True while the person sees this page and acts in it. Who does not, does not think: a site must not let a wait run out
 * behind another tab or window and then bring a button under a pointer that is about to click.
 */
export function useAttended(): boolean {
  const [attended, setAttended] = useState(isAttended);
  useEffect(() => {
    const look = () => setAttended(isAttended());
    document.addEventListener("visibilitychange", look);
    window.addEventListener("blur", look);
    window.addEventListener("focus", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("blur", look);
      window.removeEventListener("focus", look);
    };
  }, []);
  return attended;
}

function isAttended(): boolean {
  return document.visibilityState === "visible" && document.hasFocus();
}
