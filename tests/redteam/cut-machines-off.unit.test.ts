import { expect, test } from "vitest";
import { indexBrands } from "../../src/core/lookalike/brands.ts";
import { readBrandsFile } from "../../src/node/brands-file.ts";
import { DEFAULT_FILES } from "../../src/node/default-files.ts";
import { canonicalEntry } from "../../src/node/entry-checks/canonical-entry.ts";
import { readPopularHosts } from "../../src/node/entry-checks/host-set.ts";
import { createChecks } from "../../src/node/entry-checks/may-enter.ts";
import { readSharedPlaces } from "../../src/node/entry-checks/shared-file.ts";

// Whoever writes a list that others publish could cut everybody's browser off from its updates, its stores, the answers of
// certificate authorities, or from where people turn to for help.

const check = createChecks({
  brands: indexBrands(await readBrandsFile(DEFAULT_FILES.brands)),
  shared: await readSharedPlaces([DEFAULT_FILES.sharedHosts]),
  popular: await readPopularHosts([DEFAULT_FILES.wellKnownHosts]),
});

const MACHINES_NEED = {
  updates:
    "update.googleapis.com clients2.google.com dl.google.com aus5.mozilla.org ctldl.windowsupdate.com edge.microsoft.com redirector.gvt1.com browser.coccoc.com",
  "lists against malware":
    "safebrowsing.googleapis.com firefox.settings.services.mozilla.com smartscreen.microsoft.com",
  stores: "chromewebstore.google.com addons.mozilla.org play.google.com apps.apple.com",
  certificates:
    "ocsp.digicert.com crl3.digicert.com ocsp.pki.goog r3.o.lencr.org ocsp.sectigo.com ocsp.globalsign.com ocsp.comodoca.com ocsp.entrust.net",
  "signs of a network":
    "detectportal.firefox.com connectivitycheck.gstatic.com captive.apple.com www.msftconnecttest.com",
  "help in Viet Nam": "ncsc.gov.vn canhbao.khonggianmang.vn chongluadao.vn tinnhiemmang.vn",
};

for (const [what, hosts] of Object.entries(MACHINES_NEED)) {
  test.each(hosts.split(" "))(`a list can't name what everybody needs, ${what}: %s`, (host) => {
    const canonical = canonicalEntry(host, "auto");
    expect(canonical.ok && check(canonical.entry)).toBeTruthy();
  });
}

test("it can name what only sounds like it", () => {
  for (const host of ["ocsp-digicert.com", "update-googleapis.top", "mozilla.org.evil.example"]) {
    const canonical = canonicalEntry(host, "auto");
    expect(canonical.ok && check(canonical.entry), host).toBeNull();
  }
});
