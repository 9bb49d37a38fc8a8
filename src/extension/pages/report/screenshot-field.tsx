import { Button } from "../../../ui/button.tsx";
import { useText } from "../../../ui/text-context.ts";
import { PictureChooser } from "../picture/picture-chooser.tsx";
import { readPicture } from "./burn-in.ts";
import { useReportText } from "./use-report-text.ts";

/** What went wrong with the last picture. */
export type PictureProblem = "refused" | "tooLarge" | "unreadable" | "too-big";

/** A picture of the page, taken at a click, or one that the person has. */
export function ScreenshotField({
  screenshot,
  problem,
  setProblem,
  capture,
  choose,
  take,
  cover,
  remove,
}: {
  /** JPEG in base64, or null. */
  screenshot: string | null;
  problem: PictureProblem | null;
  setProblem(problem: PictureProblem | null): void;
  /** Null where the page is not to be seen. */
  capture: (() => Promise<string | null>) | null;
  /** False if another window lets choose a file, and this page is about to close. */
  choose(): Promise<boolean>;
  take(file: Blob): void;
  /** Lets the person cover parts of a picture. */
  cover(picture: HTMLImageElement): void;
  remove(): void;
}) {
  const t = useText();
  const r = useReportText();

  const edit = async (source: string | null) => {
    try {
      setProblem(source === null ? "refused" : null);
      if (source !== null) cover(await readPicture(source));
    } catch (error) {
      console.warn("Tỉnh Táo", error);
      setProblem("refused");
    }
  };

  return (
    <section class="stack-tight">
      <h3 class="field-label" tabIndex={-1}>
        {r("shot.title")} <span class="field-optional">({t("general.optional")})</span>
      </h3>
      {screenshot === null ? (
        <>
          <div class="row">
            {capture && (
              <Button onClick={async () => edit(await capture())}>{r("shot.take")}</Button>
            )}
            <PictureChooser label={r("shot.choose")} take={take} here={choose} />
          </div>
          <p class="field-hint">{r(capture ? "shot.hint" : "shot.hintFile")}</p>
        </>
      ) : (
        <>
          <img class="shot" src={jpegAddress(screenshot)} alt={r("shot.ready")} />
          <div class="row">
            <Button onClick={() => edit(jpegAddress(screenshot))}>{r("shot.coverMore")}</Button>
            <Button onClick={remove}>{r("shot.cancel")}</Button>
          </div>
        </>
      )}
      <div role="status">
        {problem !== null && <p class="field-problem">{r(`shot.${problem}`)}</p>}
      </div>
    </section>
  );
}

/** Address under which a page shows a picture of a report. */
export function jpegAddress(base64: string): string {
  return `data:image/jpeg;base64,${base64}`;
}
