import type { Network, Reply } from "./network.ts";
import { page } from "./replies.ts";

/**
 * A page that asks for an address in every way a page can and notes all it can see of each answer: whether it arrived, what
 * can be read of it, its size on the page, resource timing, policy violations and reports.
 *
 * Call `observe(url)` in it. Two addresses are the same to a page if the results are equal once each one's own address is
 * taken out.
 *
 * @param headers of the page, for instance a content security policy
 */
export function observingPage(headers: Record<string, string> = {}): Reply {
  const reply = page("Tò mò", `<script>${SCRIPT}</script>`);
  return { ...reply, headers: { ...reply.headers, ...headers } };
}

/** Serves the page, and the worker that `observe` registers, on a host. */
export function serveObservingPage(
  network: Network,
  host: string,
  headers: Record<string, string> = {},
): void {
  network.serve(host, ({ path }) =>
    path === "/worker.js"
      ? { headers: { "content-type": "text/javascript" }, body: WORKER }
      : observingPage(headers),
  );
}

export type Observed = Record<string, unknown>;

/** Answers a page's requests for "/through?url" by asking for that address itself. */
const WORKER = `addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { pathname, search } = new URL(event.request.url);
  if (pathname === "/through") event.respondWith(fetch(decodeURIComponent(search.slice(1)), { mode: "no-cors" }));
});`;

const SCRIPT = `
const reports = [];
document.addEventListener("securitypolicyviolation", (event) =>
  reports.push(["violation", event.blockedURI, event.effectiveDirective]));
if ("ReportingObserver" in window)
  new ReportingObserver((all) => all.forEach(({ type, body }) => {
    if (type !== "deprecation") reports.push([type, body]);
  }), { buffered: true }).observe();

const LIMIT = 3000;
const inTime = (work) => Promise.race([work, new Promise((next) => setTimeout(() => next("nothing"), LIMIT))]);
const orName = async (work) => { try { return await work(); } catch (error) { return error.name; } };
const seen = (read) => { try { return String(read()); } catch (error) { return error.name + " " + error.message; } };

function element(tag, prepare) {
  return inTime(new Promise((done) => {
    const one = Object.assign(document.createElement(tag), { width: 50, height: 40 });
    const end = (event) => setTimeout(() => {
      const { width, height } = one.getBoundingClientRect();
      done({
        event,
        size: width + "x" + height,
        natural: one.naturalWidth,
        document: seen(() => one.contentDocument),
        frames: seen(() => one.contentWindow.length),
        href: seen(() => one.contentWindow.location.href),
        active: document.activeElement === one,
        history: history.length,
      });
      one.remove();
    }, 300);
    one.onload = () => end("load");
    one.onerror = () => end("error");
    prepare(one);
    document.body.append(one);
  }));
}

const read = (url, init) => orName(async () => {
  const { type, status, url: at, redirected } = await fetch(url, init).then(async (response) => {
    window.bodies = (window.bodies ?? "") + (await orName(() => response.text()));
    return response;
  });
  return { type, status, at, redirected };
});

async function underWorker() {
  if (!("serviceWorker" in navigator) || navigator.serviceWorker.controller) return;
  const controlled = new Promise((next) => { navigator.serviceWorker.oncontrollerchange = next; });
  await navigator.serviceWorker.register("/worker.js");
  await controlled;
}

async function observe(url) {
  await underWorker();
  const ways = {
    "fetch": () => read(url),
    "fetch no-cors": () => read(url, { mode: "no-cors" }),
    "fetch manual": () => read(url, { redirect: "manual" }),
    "fetch error": () => read(url, { redirect: "error" }),
    "fetch post": () => read(url, { method: "POST", body: "x" }),
    "xhr": () => new Promise((done) => {
      const xhr = new XMLHttpRequest();
      xhr.open("GET", url);
      xhr.onload = () => done(["load", xhr.status, xhr.responseURL]);
      xhr.onerror = () => done(["error", xhr.status, xhr.responseURL]);
      xhr.send();
    }),
    "beacon": () => url.startsWith("http") ? navigator.sendBeacon(url, "x") : null,
    "img": () => element("img", (one) => { one.src = url; }),
    "img cors": () => element("img", (one) => { one.crossOrigin = ""; one.src = url; }),
    "decode": () => orName(() => Object.assign(new Image(), { src: url }).decode()),
    "video": () => element("video", (one) => { one.src = url; }),
    "script": () => element("script", (one) => { one.src = url; }),
    "module": () => element("script", (one) => { one.type = "module"; one.src = url; }),
    "stylesheet": () => element("link", (one) => { one.rel = "stylesheet"; one.href = url; }),
    "css import": () => element("style", (one) => { one.textContent = "@import url(" + url + ");"; }),
    "prefetch": () => element("link", (one) => { one.rel = "prefetch"; one.href = url; setTimeout(() => one.onload?.(), 1000); }),
    "preload": () => element("link", (one) => { one.rel = "preload"; one.as = "script"; one.href = url; }),
    "object": () => element("object", (one) => { one.data = url; }),
    "embed": () => element("embed", (one) => { one.src = url; }),
    "iframe": () => element("iframe", (one) => { one.src = url; }),
    "iframe sandboxed": () => element("iframe", (one) => { one.sandbox = ""; one.src = url; }),
    "iframe csp": () => element("iframe", (one) => { one.csp = "default-src 'none'"; one.src = url; }),
    "worker": () => new Promise((done) => {
      try { new Worker(url).onerror = ({ message }) => done("error " + message); } catch (error) { done(error.name); }
    }),
    "importScripts": () => new Promise((done) => {
      const code = "try { importScripts(" + JSON.stringify(url) + "); postMessage('loaded'); } catch (error) { postMessage(error.name); }";
      const worker = new Worker(URL.createObjectURL(new Blob([code])));
      worker.onmessage = ({ data }) => done(data);
      worker.onerror = () => done("error");
    }),
    "event source": () => new Promise((done) => {
      const source = new EventSource(url);
      source.onerror = () => { done("error " + source.readyState); source.close(); };
      source.onopen = () => { done("open"); source.close(); };
    }),
    "socket": () => url.startsWith("http") ? new Promise((done) => {
      const socket = new WebSocket(url.replace(/^http/, "ws"));
      socket.onclose = ({ code }) => done("close " + code);
      socket.onopen = () => done("open");
    }) : null,
    "font": () => orName(() => new FontFace("x", "url(" + url + ")").load()),
    "service worker": async () => {
      if (!("serviceWorker" in navigator)) return "none";
      return read("/through?" + encodeURIComponent(url));
    },
  };
  const observed = {};
  const ask = async (way) => { observed[way] = await inTime(orName(ways[way])); };
  // Frames one after the other, for what each adds to the history.
  const framed = Object.keys(ways).filter((way) => /frame|object|embed/.test(way));
  for (const way of framed) await ask(way);
  await Promise.all(Object.keys(ways).filter((way) => !framed.includes(way)).map(ask));
  await new Promise((next) => setTimeout(next, 300));
  observed.timing = performance.getEntriesByType("resource")
    .filter(({ name }) => !name.includes(location.host))
    .map(({ name, initiatorType, responseStatus, transferSize, encodedBodySize, nextHopProtocol, redirectStart, responseStart }) =>
      [name, initiatorType, responseStatus, transferSize, encodedBodySize, nextHopProtocol, redirectStart, responseStart].join(" "))
    .sort();
  observed.reports = reports;
  observed.bodies = window.bodies;
  // Each address stands in its own results.
  return JSON.parse(JSON.stringify(observed).replaceAll(url.replace(/^http/, "ws"), "ADDRESS").replaceAll(url, "ADDRESS"));
}
`;
