import { useState } from "preact/hooks";
import type { PageSpot } from "../../../core/awareness/spot.ts";
import { Button } from "../../../ui/button.tsx";
import { useLearnText } from "./use-learn-text.ts";

/** A drawn page or chat: find all that gives it away. Each part can be pressed and says why it does, or does not. */
export function SpotPage({
  spot,
  answered,
  next,
}: {
  spot: PageSpot;
  answered(right: boolean): void;
  next(): void;
}) {
  const l = useLearnText();
  const signs = spot.parts.filter(({ sign }) => sign).length;
  const [pressed, setPressed] = useState<number[]>([]);
  const [shown, setShown] = useState(false);
  const found = pressed.filter((index) => spot.parts[index]?.sign).length;
  const done = shown || found === signs;
  const last = spot.parts[pressed.at(-1) ?? -1];

  const press = (index: number) => {
    if (pressed.includes(index)) {
      setPressed([...pressed.filter((one) => one !== index), index]);
      return;
    }
    setPressed([...pressed, index]);
    if (!shown && spot.parts[index]?.sign && found + 1 === signs) answered(true);
  };
  const show = () => {
    setShown(true);
    answered(false);
  };
  return (
    <div class="stack">
      <p class="question-text">{l("spot.page", { title: spot.title[l.language], count: signs })}</p>
      <div class={`mock mock-${spot.look}`}>
        {spot.parts.map(({ kind, text, sign }, index) => {
          const seen = pressed.includes(index) || (shown && sign);
          return (
            <button
              key={index}
              type="button"
              class={`mock-part mock-${kind}${seen ? (sign ? " mock-sign" : " mock-plain") : ""}`}
              aria-pressed={seen}
              onClick={() => press(index)}
            >
              <span class="mock-text">{text[l.language]}</span>
              {seen && <span class="mock-note">{l(sign ? "spot.sign" : "spot.noSign")}</span>}
            </button>
          );
        })}
      </div>
      <div role="status" class="stack-tight">
        {last && !done && (
          <div class={`outcome ${last.sign ? "outcome-right" : "outcome-other"}`}>
            <p class="notice-title">{l(last.sign ? "spot.isSign" : "spot.isNoSign")}</p>
            <p>{last.why[l.language]}</p>
          </div>
        )}
        {!done && pressed.length > 0 && (
          <p class="small soft">{l("spot.found", { found, total: signs })}</p>
        )}
        {done && (
          <div class="outcome outcome-right">
            <p class="notice-title">{l("spot.allFound")}</p>
            <ul class="stack-tight">
              {spot.parts
                .filter(({ sign }) => sign)
                .map(({ text, why }) => (
                  <li key={text.vi}>
                    <strong>{text[l.language]}</strong>: {why[l.language]}
                  </li>
                ))}
            </ul>
          </div>
        )}
      </div>
      <p class="row">
        {done ? (
          <Button kind="primary" onClick={next}>
            {l("choose.next")}
          </Button>
        ) : (
          <Button onClick={show}>{l("spot.show")}</Button>
        )}
      </p>
    </div>
  );
}
