import { useState } from "preact/hooks";
import { Button } from "../../../ui/button.tsx";
import { useText } from "../../../ui/text-context.ts";
import { burnIn, readPicture } from "./burn-in.ts";
import type { CoverBox } from "./cover-box.ts";
import { CoverEditor } from "./cover-editor.tsx";
import { useReportText } from "./use-report-text.ts";

/** A picture of the page, taken at a click, covered where the person wants, and encoded anew. */
export function ScreenshotField({
  screenshot,
  capture,
  change,
}: {
  /** JPEG in base64, or null. */
  screenshot: string | null;
  capture(): Promise<string | null>;
  change(screenshot: string | null): void;
}) {
  const t = useText();
  const r = useReportText();
  const [picture, setPicture] = useState<HTMLImageElement | null>(null);
  const [problem, setProblem] = useState<"shot.refused" | "shot.tooLarge" | null>(null);

  const edit = async (source: string | null) => {
    setProblem(null);
    if (source === null) {
      setProblem("shot.refused");
      return;
    }
    try {
      setPicture(await readPicture(source));
    } catch (error) {
      console.warn("Tỉnh Táo", error);
      setProblem("shot.refused");
    }
  };
  const use = async (boxes: readonly CoverBox[]) => {
    const made = picture && (await burnIn(picture, boxes));
    setPicture(null);
    if (made === null) setProblem("shot.tooLarge");
    change(made);
  };

  if (picture) {
    return (
      <CoverEditor
        picture={picture}
        use={use}
        cancel={() => {
          setPicture(null);
          change(null);
        }}
      />
    );
  }
  return (
    <section class="stack-tight">
      <h3 class="field-label">
        {r("shot.title")} <span class="field-optional">({t("general.optional")})</span>
      </h3>
      {screenshot === null ? (
        <>
          <Button onClick={async () => edit(await capture())}>{r("shot.take")}</Button>
          <p class="field-hint">{r("shot.hint")}</p>
        </>
      ) : (
        <>
          <img class="shot" src={jpegAddress(screenshot)} alt={r("shot.ready")} />
          <div class="row">
            <Button onClick={() => edit(jpegAddress(screenshot))}>{r("shot.coverMore")}</Button>
            <Button onClick={() => change(null)}>{r("shot.cancel")}</Button>
          </div>
        </>
      )}
      <div role="status">{problem && <p class="field-problem">{r(problem)}</p>}</div>
    </section>
  );
}

/** Address under which a page shows a picture of a report. */
export function jpegAddress(base64: string): string {
  return `data:image/jpeg;base64,${base64}`;
}
