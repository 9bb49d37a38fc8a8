import { useEffect } from "preact/hooks";
import { Mark } from "../../../ui/mark.tsx";
import { useText } from "../../../ui/text-context.ts";
import type { Ask } from "../ask-background.ts";
import type { Situation } from "./situation.ts";

/**
 * What stands in place of a blocked frame. It has nothing to press: the page around it could make people press it.
 */
export function FrameNotice({ situation, ask }: { situation: Situation; ask: Ask }) {
  const t = useText();
  const url = situation.kind === "listed" ? situation.address.url : null;
  useEffect(() => {
    // An answer changes nothing here: the background marks the tab, and this notice stands in any case.
    if (url !== null) void ask({ type: "frame-blocked", url });
  }, [url, ask]);

  if (situation.kind === "checking") return <main class="frame" />;
  if (situation.kind !== "listed") {
    return <main class="frame">{situation.kind === "not-listed" && t("neutral.title")}</main>;
  }
  const { source } = situation.verdict;
  return (
    <main class="frame frame-blocked">
      <Mark state="blocked" size={1.5} />
      <p class="frame-short" aria-hidden="true">
        {t("frame.short")}
      </p>
      <div class="frame-long">
        <h1>{t("frame.blocked")}</h1>
        <p>
          {source === "evidence"
            ? t("frame.evidence")
            : t(source === "agency-deny" ? "frame.agency" : "frame.text", {
                host: situation.address.host,
              })}
        </p>
      </div>
    </main>
  );
}
