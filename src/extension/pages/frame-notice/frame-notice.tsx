import type { Verdict } from "../../../core/verdict/verdict.ts";
import { createFrameText } from "../../../ui/frame-text.ts";
import type { Language } from "../../../ui/language-of.ts";
import { Mark } from "../../../ui/mark.tsx";

/**
 * What stands in place of a blocked frame, in both languages: it can't ask which one its reader has chosen. It has nothing
 * to press: the page around it could make people press it.
 *
 * @param source what speaks against it
 */
export function FrameNotice({ host, source }: { host: string; source: Verdict["source"] }) {
  return (
    <main class="frame frame-blocked">
      <Mark state="blocked" size={1.5} />
      <p class="frame-short" aria-hidden="true">
        {createFrameText("vi")("frame.short")}
      </p>
      <div class="frame-long">
        <Words language="vi" host={host} source={source} />
        <Words language="en" host={host} source={source} />
      </div>
    </main>
  );
}

function Words(given: { language: Language; host: string; source: Verdict["source"] }) {
  const { language, host, source } = given;
  const t = createFrameText(language);
  return (
    <section lang={language}>
      <h1>{t("frame.blocked")}</h1>
      <p>
        {source === "evidence"
          ? t("frame.evidence")
          : t(source === "agency-deny" ? "frame.agency" : "frame.text", { host })}
      </p>
    </section>
  );
}
