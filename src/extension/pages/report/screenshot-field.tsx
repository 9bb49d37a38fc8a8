import { useState } from "preact/hooks";
import { Button } from "../../../ui/button.tsx";
import { useText } from "../../../ui/text-context.ts";
import { readPicture } from "./burn-in.ts";
import { useReportText } from "./use-report-text.ts";

/** A picture of the page, taken at a click. */
export function ScreenshotField({
  screenshot,
  tooLarge,
  capture,
  cover,
  remove,
}: {
  /** JPEG in base64, or null. */
  screenshot: string | null;
  /** True if the last one could not be made small enough. */
  tooLarge: boolean;
  capture(): Promise<string | null>;
  /** Lets the person cover parts of a picture. */
  cover(picture: HTMLImageElement): void;
  remove(): void;
}) {
  const t = useText();
  const r = useReportText();
  const [refused, setRefused] = useState(false);

  const edit = async (source: string | null) => {
    try {
      setRefused(source === null);
      if (source !== null) cover(await readPicture(source));
    } catch (error) {
      console.warn("Tỉnh Táo", error);
      setRefused(true);
    }
  };

  return (
    <section class="stack-tight">
      <h3 class="field-label" tabIndex={-1}>
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
            <Button onClick={remove}>{r("shot.cancel")}</Button>
          </div>
        </>
      )}
      <div role="status">
        {(refused || tooLarge) && (
          <p class="field-problem">{r(refused ? "shot.refused" : "shot.tooLarge")}</p>
        )}
      </div>
    </section>
  );
}

/** Address under which a page shows a picture of a report. */
export function jpegAddress(base64: string): string {
  return `data:image/jpeg;base64,${base64}`;
}
