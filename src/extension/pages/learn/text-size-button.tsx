import { useState } from "preact/hooks";
import { Button } from "../../../ui/button.tsx";
import { useText } from "../../../ui/text-context.ts";
import type { Ask } from "../ask-background.ts";
import { failureText } from "../failure-text.ts";
import { useLearnText } from "./use-learn-text.ts";

/** Makes all text of the extension larger, and back. */
export function TextSizeButton({ ask }: { ask: Ask }) {
  const t = useText();
  const l = useLearnText();
  const [problem, setProblem] = useState<string | null>(null);
  // The page is drawn anew when the setting has changed: see showPage.
  const large = document.documentElement.dataset.textSize === "large";
  const toggle = async () => {
    const textSize = large ? "normal" : "large";
    const asked = await ask({ type: "save-settings", changes: { textSize } });
    if (!asked.ok) setProblem(failureText(t, asked.failure));
    else setProblem(asked.answer.settings.textSize === textSize ? null : l("learn.largeLocked"));
  };
  return (
    <div class="row">
      <p role="status" class="small">
        {problem}
      </p>
      <Button aria-pressed={large} onClick={toggle}>
        {l("learn.large")}
      </Button>
    </div>
  );
}
