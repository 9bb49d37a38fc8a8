import { useEffect, useState } from "preact/hooks";
import type { Picture } from "../../../ui/pictures/pen.ts";
import { PictureView } from "../../../ui/pictures/picture-view.tsx";

type Scenes = Readonly<Record<string, Picture>>;

/** Once for all pictures of the page. */
let loaded: Scenes | null = null;

/**
 * The picture of a form of scam; decoration, since the name stands beside it. The words come first: its place is kept
 * until the pictures are there. A form that this version does not know has none.
 */
export function FormPicture({ id }: { id: string }) {
  const [scenes, setScenes] = useState<Scenes | null>(loaded);
  useEffect(() => {
    if (loaded !== null) return;
    let wanted = true;
    import("../../../ui/pictures/scenes.ts").then(({ SCENES }) => {
      loaded = SCENES;
      if (wanted) setScenes(SCENES);
    });
    return () => {
      wanted = false;
    };
  }, []);
  const picture = scenes?.[id];
  return <div class="form-picture">{picture && <PictureView picture={picture} />}</div>;
}
