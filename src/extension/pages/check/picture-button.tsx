import { useRef } from "preact/hooks";
import { Button } from "../../../ui/button.tsx";
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
  const chooser = useRef<HTMLInputElement>(null);
  const { openCheckWindow } = needs;
  if (openCheckWindow !== null) {
    return <Button onClick={() => openCheckWindow(text)}>{c("check.picture")}</Button>;
  }
  return (
    <>
      <Button onClick={() => chooser.current?.click()}>{c("check.picture")}</Button>
      <input
        ref={chooser}
        type="file"
        accept="image/*"
        hidden
        onChange={(event) => {
          const [picture] = event.currentTarget.files ?? [];
          // The same picture can be chosen again.
          event.currentTarget.value = "";
          if (picture !== undefined) take(picture);
        }}
      />
      <p class="field-hint">{c("check.pictureHint")}</p>
    </>
  );
}
