import type { Text } from "../../ui/text.ts";
import type { AskFailure } from "./ask-background.ts";

/** Says why the background gave no answer, and what to do. */
export function failureText(t: Text, failure: AskFailure): string {
  return failure.code === "refused"
    ? t("failure.refused", { detail: failure.detail })
    : t(`failure.${failure.code}`);
}
