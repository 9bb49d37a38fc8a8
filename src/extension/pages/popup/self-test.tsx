import { useState } from "preact/hooks";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useText } from "../../../ui/text-context.ts";
import { useIntoView } from "../../../ui/use-into-view.ts";
import type { SelfTestResult } from "../../messages.ts";
import type { Ask, Asked } from "../ask-background.ts";
import { failureText } from "../failure-text.ts";

/** Proves that blocking works in this browser, and gives the code that a help desk reads. */
export function SelfTest({ ask }: { ask: Ask }) {
  const t = useText();
  const [running, setRunning] = useState(false);
  const [asked, setAsked] = useState<Asked<SelfTestResult> | null>(null);

  const run = async () => {
    setRunning(true);
    setAsked(null);
    setAsked(await ask({ type: "self-test" }));
    setRunning(false);
  };

  return (
    <div class="stack-tight">
      <Button disabled={running} onClick={run}>
        {t(running ? "selftest.running" : "selftest.button")}
      </Button>
      <div role="status">
        {asked?.ok === false && <Notice tone="care" title={failureText(t, asked.failure)} />}
        {asked?.ok && <Result of={asked.answer} />}
      </div>
    </div>
  );
}

function Result({ of: { passed, code, checks } }: { of: SelfTestResult }) {
  const t = useText();
  const box = useIntoView<HTMLDivElement>();
  return (
    <div ref={box}>
      <Notice
        tone={passed ? "plain" : "care"}
        mark={passed ? "guarding" : "care"}
        title={t(passed ? "selftest.passed" : "selftest.failed")}
      >
        <ul class="checks">
          {checks.map(({ name, passed: good, detail }) => (
            <li key={name}>
              <span>{t(`selftest.check.${name}`)}</span>
              <span class={good ? "check-good" : "check-bad"}>
                {t(good ? "selftest.ok" : "selftest.bad")}
              </span>
              {!good && detail !== "" && <p class="small soft">{detail}</p>}
            </li>
          ))}
        </ul>
        <p>{t("selftest.code")}:</p>
        <p class="receipt">{code}</p>
      </Notice>
    </div>
  );
}
