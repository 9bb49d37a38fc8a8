import type { PageNeeds } from "../page-needs.ts";
import type { ReadQrPicture } from "./read-qr-picture.ts";

/** What the check is given. */
export interface CheckNeeds extends PageNeeds {
  readQrPicture: ReadQrPicture;
  /**
   * Opens the check in a window of its own with what is in the box: a popup is closed by the dialog in which a picture
   * is chosen. Null where the page is such a window.
   */
  openCheckWindow: ((text: string) => void) | null;
}
