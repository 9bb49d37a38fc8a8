import type { Handler } from "./network.ts";
import { page, pages, redirect, script } from "./replies.ts";

/**
 * A site that leads to an address in every way that pages know, one a path.
 *
 * @param host the site's own host
 */
export function leadingTo(to: string, host: string): Handler {
  return pages({
    "/301": redirect(301, to),
    "/302": redirect(302, to),
    "/303": redirect(303, to),
    "/307": redirect(307, to),
    "/308": redirect(308, to),
    "/chain": redirect(302, `http://${host}/302`),
    "/script": page("Chờ chút", `<script>location.href = "${to}"</script>`),
    "/replace": page("Chờ chút", `<script>location.replace("${to}")</script>`),
    "/meta": page("Chờ chút", "", `<meta http-equiv="refresh" content="0; url=${to}">`),
    "/refresh-header": {
      ...page("Chờ chút"),
      headers: { "content-type": "text/html", refresh: `0; url=${to}` },
    },
    "/link": page("Tin hôm nay", `<a href="${to}">Xem</a>`),
    "/new-tab": page("Tin hôm nay", `<a target="_blank" href="${to}">Xem</a>`),
    "/pop-up": page(
      "Tin hôm nay",
      `<button onclick="window.open('${to}', '_blank', 'width=300,height=300')">Xem</button>`,
    ),
    "/get-form": page(
      "Đăng nhập",
      `<form action="${to}"><input name="otp" value="123456"><button>Gửi</button></form>`,
    ),
    "/post-form": page(
      "Đăng nhập",
      `<form method="post" action="${to}"><input name="otp" value="123456"><button>Gửi</button></form>`,
    ),
    "/post-then-307": page(
      "Đăng nhập",
      `<form method="post" action="/307"><input name="otp" value="123456"><button>Gửi</button></form>`,
    ),
    "/download": page("Tải về", `<a download href="${new URL("/ung-dung.apk", to).href}">Tải</a>`),
    "/download-redirected": page("Tải về", '<a download href="/302">Tải</a>'),
    "/frame": page("Có khung", `<iframe src="${to}"></iframe><p>Phần còn lại</p>`),
    "/frame-redirected": page("Có khung", '<iframe src="/302"></iframe><p>Phần còn lại</p>'),
    "/frame-in-frame": page("Có khung", '<iframe src="/frame"></iframe>'),
    "/prefetch": page("Nạp trước", "", `<link rel="prefetch" href="${to}">`),
    "/socket": page("Trò chuyện"),
  });
}

/**
 * A site under its own service worker, which answers "/redirect" with a way to an address and "/cached" with a page.
 * "/routed" is that page too: the browser itself takes it out of the worker's cache, without starting the worker, where
 * it knows static routes (Chromium); elsewhere the worker does. For "/raced" worker and network race. "/sandboxed" is that
 * page without an origin.
 *
 * @param cached HTML of a page that no network has seen
 */
export function workerSite(to: string, cached: string): Handler {
  return pages({
    "/": page(
      "Trang có worker",
      `<script>navigator.serviceWorker.register("/sw.js").then(() => navigator.serviceWorker.ready).then(() => { document.title = "sẵn sàng" })</script>`,
    ),
    "/sw.js": script(`
        const cached = (headers) => new Response(${JSON.stringify(cached)}, { headers: { "content-type": "text/html; charset=utf-8", ...headers } });
        self.addEventListener("install", (event) => {
          self.skipWaiting();
          event.waitUntil(caches.open("v1").then((cache) => cache.put("/routed", cached())));
          event.addRoutes?.([
            { condition: { urlPattern: { pathname: "/routed" } }, source: "cache" },
            { condition: { urlPattern: { pathname: "/raced" } }, source: "race-network-and-fetch-handler" },
          ]);
        });
        self.addEventListener("activate", (event) => event.waitUntil(clients.claim()));
        self.addEventListener("fetch", (event) => {
          const path = new URL(event.request.url).pathname;
          if (path === "/redirect") event.respondWith(Response.redirect("${to}", 302));
          if (["/cached", "/routed", "/raced"].includes(path)) event.respondWith(cached());
          if (path === "/sandboxed") event.respondWith(cached({ "content-security-policy": "sandbox allow-scripts" }));
        });`),
  });
}
