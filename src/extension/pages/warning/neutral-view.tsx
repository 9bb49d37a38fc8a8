import { Button } from "../../../ui/button.tsx";
import { Mark } from "../../../ui/mark.tsx";
import { useText } from "../../../ui/text-context.ts";
import { failureText } from "../failure-text.ts";
import { FocusedTitle } from "./focused-title.tsx";
import type { Situation } from "./situation.ts";

/**
 * The warning page with nothing to warn of. It shows no address and leads nowhere: whoever opened it chose the address.
 */
export function NeutralView({
  situation,
  close,
  retry,
}: {
  situation: Exclude<Situation, { kind: "listed" }>;
  close(): void;
  retry(): void;
}) {
  const t = useText();
  if (situation.kind === "checking") {
    return (
      <main class="warning">
        <p class="warning-head" role="status">
          <Mark state="guarding" />
          {t("warning.checking")}
        </p>
      </main>
    );
  }
  const failed = situation.kind === "failed";
  return (
    <main class="warning">
      <p class="warning-head">
        <Mark state="guarding" />
        {t("app.name")}
      </p>
      {failed ? (
        <>
          <FocusedTitle>{t("neutral.failedTitle")}</FocusedTitle>
          <p>{failureText(t, situation.failure)}</p>
        </>
      ) : situation.kind === "bad-address" ? (
        <>
          <FocusedTitle>{t("neutral.badTitle")}</FocusedTitle>
          <p>{t("neutral.badText")}</p>
        </>
      ) : (
        <>
          <FocusedTitle>{t("neutral.title")}</FocusedTitle>
          <p>{t("neutral.text")}</p>
          <p>{t("neutral.advice")}</p>
        </>
      )}
      <div class="row">
        <Button kind="primary" onClick={close}>
          {t("general.close")}
        </Button>
        {failed && <Button onClick={retry}>{t("general.retry")}</Button>}
      </div>
    </main>
  );
}
