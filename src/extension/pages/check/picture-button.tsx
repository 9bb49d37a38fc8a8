import { Button } from "../../../ui/button.tsx";
import { PictureChooser } from "../picture/picture-chooser.tsx";
import type { CheckNeeds } from "./check-needs.ts";
import { useCheckText } from "./use-check-text.ts";

/** Lets a picture be chosen: here, or in a window that the dialog does not close. */
export function PictureButton({
  text,
  needs,
  take,
}: {
  text: string;
  needs: Pick<CheckNeeds, "openCheckWindow">;
  take(picture: Blob): void;
}) {
  const c = useCheckText();
  const { openCheckWindow } = needs;
  if (openCheckWindow !== null) {
    return <Button onClick={() => openCheckWindow(text)}>{c("check.picture")}</Button>;
  }
  return (
    <>
      <PictureChooser label={c("check.picture")} take={take} />
      <p class="field-hint">{c("check.pictureHint")}</p>
    </>
  );
}
