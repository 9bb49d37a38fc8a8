import { useState } from "preact/hooks";
import { burnIn } from "./burn-in.ts";
import type { CoverBox } from "./cover-box.ts";
import { readPictureFile } from "./read-picture-file.ts";
import type { PictureProblem } from "./screenshot-field.tsx";

/** The picture of which private parts are being covered, and what went wrong with the last one. */
export interface PictureToCover {
  /** Null while there is none. */
  picture: HTMLImageElement | null;
  problem: PictureProblem | null;
  setProblem(problem: PictureProblem | null): void;
  open(picture: HTMLImageElement | null): void;
  take(file: Blob): Promise<void>;
  /** Covers parts for good. @returns a JPEG in base64, or null if it is too large to send */
  finish(picture: HTMLImageElement, boxes: readonly CoverBox[]): Promise<string | null>;
}

export function usePicture(): PictureToCover {
  const [picture, open] = useState<HTMLImageElement | null>(null);
  const [problem, setProblem] = useState<PictureProblem | null>(null);
  return {
    picture,
    problem,
    setProblem,
    open,
    take: async (file) => {
      const read = await readPictureFile(file);
      setProblem(read.ok ? null : read.problem);
      if (read.ok) open(read.picture);
    },
    finish: async (covered, boxes) => {
      const screenshot = await burnIn(covered, boxes);
      setProblem(screenshot === null ? "tooLarge" : null);
      open(null);
      return screenshot;
    },
  };
}
