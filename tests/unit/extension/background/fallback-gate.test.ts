import { expect, test } from "vitest";
import { createFallbackGate } from "../../../../src/extension/background/fallback-gate.ts";
import { readPackagedFeed } from "../../../../src/extension/background/lists/packaged-feed.ts";
import { warningAddress } from "../../../../src/extension/background/tabs/warning-address.ts";
import type { WebRequest } from "../../../../src/extension/platform/requests.ts";
import { gunzip } from "./fakes/fake-feed.ts";
import { fakePackage } from "./fakes/fake-package.ts";
import { WARNING } from "./fakes/fake-rules.ts";
import { sha256 } from "./fakes/lists.ts";

const request = (url: string, destination: WebRequest["destination"] = "tab") => ({
  url,
  tabId: 1,
  destination,
  led: false,
});
const warning = warningAddress(WARNING);

test("without the background, the list in the package decides", async () => {
  const pack = await fakePackage({ hosts: ["evil.example"] });
  const answer = createFallbackGate({
    packaged: () => readPackagedFeed({ pack, gunzip, sha256 }),
    warning,
    failed: (error) => expect.unreachable(String(error)),
  });
  expect(await answer(request("https://evil.example/"))).toEqual({
    redirect: `${WARNING}#https://evil.example/`,
  });
  expect(await answer(request("wss://evil.example/", "subresource"))).toBe("cancel");
  expect(await answer(request("https://ok.example/"))).toBeNull();
});

test("where nothing can be judged nothing passes, and it is said", async () => {
  const errors: unknown[] = [];
  const answer = createFallbackGate({
    packaged: () => Promise.reject(new Error("damaged")),
    warning,
    failed: (error) => errors.push(error),
  });
  expect(await answer(request("https://ok.example/"))).toEqual({
    redirect: `${WARNING}#https://ok.example/`,
  });
  expect(await answer(request("https://ok.example/a.js", "subresource"))).toBe("cancel");
  expect(errors).toHaveLength(2);
});
