import { useRef } from "preact/hooks";
import { Button } from "../../../ui/button.tsx";

/** A button that lets a picture be chosen from the person's files. */
export function PictureChooser({
  label,
  take,
  here = async () => true,
}: {
  label: string;
  take(picture: Blob): void;
  /** False if another window lets choose it, and this page is about to close. */
  here?: () => Promise<boolean>;
}) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        onClick={async () => {
          if (await here()) chooser.current?.click();
        }}
      >
        {label}
      </Button>
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
    </>
  );
}
