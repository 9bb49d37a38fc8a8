import type { Verdict } from "../../../core/verdict/verdict.ts";
import type { FrameText } from "../../../ui/frame-text.ts";
import { Mark } from "../../../ui/mark.tsx";

/**
 * What stands in place of a blocked frame. It has nothing to press: the page around it could make people press it.
 *
 * @param source what speaks against it
 */
export function FrameNotice({
  host,
  source,
  text: t,
}: {
  host: string;
  source: Verdict["source"];
  text: FrameText;
}) {
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
            : t(source === "agency-deny" ? "frame.agency" : "frame.text", { host })}
        </p>
      </div>
    </main>
  );
}
