import { BANK, LISTED, NEWCOMER } from "./demo-hosts.ts";

/** What a demo host answers if it is reached at all. Plain on purpose: nobody may take it for the real thing. */
export function sitePage(host: string): string {
  if (host === BANK || host === `www.${BANK}`) {
    return page(
      "Vietcombank (trang minh họa)",
      "Vietcombank",
      `<p>Trong bản thử này, <b>${BANK}</b> được máy của bạn trả lời thay.</p>
       <p>Bấm biểu tượng Tỉnh Táo trên thanh công cụ để thấy dấu xanh của trang chính thức.</p>
       <p lang="en">In this trial your own machine answers for ${BANK}. Press Tỉnh Táo's icon in the toolbar to see the green mark.</p>`,
    );
  }
  if (host === LISTED.host) {
    return page(
      "Trang giả (minh họa)",
      "Trang này lẽ ra phải bị chặn",
      `<p>Nếu bạn đọc được dòng này, Tỉnh Táo chưa bảo vệ trình duyệt này.</p>
       <p lang="en">If you can read this, Tỉnh Táo isn't protecting this browser.</p>`,
    );
  }
  if (host === NEWCOMER.host) {
    return page(
      "Hoàn tiền điện (minh họa)",
      "Hoàn tiền điện tháng này",
      `<p>Trang minh họa: chưa có trong danh sách nên mở được. Hãy thêm vào danh sách ở trang hướng dẫn.</p>
       <p lang="en">A sample page: not on the list yet, so it opens. Add it to the list in the guide.</p>`,
    );
  }
  return page(
    "Quà tri ân (minh họa)",
    "Bạn có một phần quà",
    `<p>Trang minh họa: không có trong danh sách nào. Bấm biểu tượng Tỉnh Táo, chọn “Báo cáo”.</p>
     <p lang="en">A sample page that is on no list. Press Tỉnh Táo's icon and choose “Report”.</p>`,
  );
}

function page(title: string, heading: string, body: string): string {
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
  :root { color-scheme: light dark }
  body { max-width: 36rem; margin: 4rem auto; padding: 0 1rem; font: 1.125rem/1.6 system-ui, sans-serif }
  small { display: block; margin-bottom: 2rem; opacity: .75 }
  [lang="en"] { opacity: .75 }
</style>
<small>Trang minh họa của bản thử Tỉnh Táo · A sample page of the Tỉnh Táo trial</small>
<h1>${heading}</h1>
${body}
</html>
`;
}
