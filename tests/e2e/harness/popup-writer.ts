import type { Reply } from "./network.ts";
import { page } from "./replies.ts";

/** What the popups say. */
export const POPUP_TEXT = "Nhập mã OTP";

/** Ways in which the page below makes a popup of its own that no server ever sees: the id of a button each. */
export const POPUP_WAYS = ["blank", "blob"] as const;

/** A page that writes popups: into an empty one, and as a blob. */
export function popupWriter(): Reply {
  return page(
    "Khuyến mãi",
    `<button id="blank">Nhận</button> <button id="blob">Nhận</button>
  <script>
    const form = "<!doctype html><meta charset=utf-8><h1>${POPUP_TEXT}</h1><input>";
    document.getElementById("blank").onclick = () => {
      const popup = open("", "_blank", "width=400,height=400");
      popup.document.write(form);
      popup.document.close();
    };
    document.getElementById("blob").onclick = () =>
      open(URL.createObjectURL(new Blob([form], { type: "text/html" })), "_blank", "width=400,height=400");
  </script>`,
  );
}
