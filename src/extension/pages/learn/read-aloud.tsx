import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../../ui/button.tsx";
import type { Speech } from "../../platform/speech.ts";
import { sentencesIn } from "./sentences-in.ts";
import { useLearnText } from "./use-learn-text.ts";

type Doing = "idle" | "reading" | "paused";

/** Name of the highlight on what is being said; its colours are in learn.css. */
const BEING_SAID = "being-said";

/**
 * Reads a view aloud, sentence by sentence, and marks the one that is being said. Pausing ends the sentence, and going on
 * begins it again: engines differ too much in how they pause.
 *
 * @param of the element whose `data-said` parts are read
 */
export function ReadAloud({ of, speech }: { of: { current: Element | null }; speech: Speech }) {
  const l = useLearnText();
  const [doing, setDoing] = useState<Doing>("idle");
  const [problem, setProblem] = useState<string | null>(null);
  const next = useRef(0);
  /** Counts what was begun, so that what was stopped does not go on. */
  const turn = useRef(0);

  const halt = () => {
    turn.current += 1;
    speech.stop();
    CSS.highlights.delete(BEING_SAID);
  };
  useEffect(() => halt, []);

  const read = async () => {
    const mine = ++turn.current;
    setProblem(null);
    setDoing("reading");
    if (!(await speech.hasVoice(l.language))) {
      setDoing("idle");
      setProblem(l("aloud.noVoice"));
      return;
    }
    const sentences = of.current === null ? [] : sentencesIn(of.current, l.language);
    try {
      for (; next.current < sentences.length; next.current += 1) {
        const range = sentences[next.current];
        if (turn.current !== mine || range === undefined) return;
        CSS.highlights.set(BEING_SAID, new Highlight(range));
        bringIntoView(range);
        const whole = await speech.say(range.toString(), l.language);
        if (turn.current !== mine) return;
        if (!whole) {
          // Something else has stopped the machine's voice: its place is kept.
          pause();
          return;
        }
      }
    } catch (error) {
      setProblem(l("aloud.failed", { detail: error instanceof Error ? error.message : "" }));
    }
    halt();
    next.current = 0;
    setDoing("idle");
  };
  const pause = () => {
    halt();
    setDoing("paused");
  };
  const stop = () => {
    halt();
    next.current = 0;
    setDoing("idle");
  };

  return (
    <>
      {doing === "reading" ? (
        <Button kind="primary" onClick={pause}>
          {l("aloud.pause")}
        </Button>
      ) : (
        <Button kind="primary" onClick={read}>
          {l(doing === "paused" ? "aloud.goOn" : "aloud.read")}
        </Button>
      )}
      {doing !== "idle" && <Button onClick={stop}>{l("aloud.stop")}</Button>}
      <p role="status" class={problem === null ? "hearing-only" : "aloud-problem"}>
        {problem}
      </p>
    </>
  );
}

function bringIntoView(range: Range): void {
  const { top, bottom } = range.getBoundingClientRect();
  if (top >= 0 && bottom <= window.innerHeight) return;
  range.startContainer.parentElement?.scrollIntoView({ block: "center" });
}
