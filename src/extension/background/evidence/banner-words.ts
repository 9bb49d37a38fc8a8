import type { Verdict } from "../../../core/verdict/verdict.ts";
import { addressOfSite } from "../../../ui/address-of-site.ts";
import type { BannerText } from "../../../ui/banner-text.ts";
import type { Banner } from "../../guard-orders.ts";

/** What a page gives itself away by when it wants to hold a person fast. */
const NO_WAY_OUT = new Set(["no-way-out", "infected"]);

/** True for a page that shouts of viruses, or behaves as if it could not be left. */
export function isScareware({ reasons }: Verdict): boolean {
  return reasons.some(
    (reason) =>
      (reason.code === "page-conceals" || reason.code === "page-presses") &&
      NO_WAY_OUT.has(reason.sign),
  );
}

/** The banner for a page, or for one frame in it, that a verdict warns of. */
export function bannerFor(
  t: BannerText,
  verdict: Verdict,
  {
    origin,
    ofFrame,
    quiet = false,
    large,
  }: Pick<Banner, "origin" | "ofFrame" | "large"> & Partial<Pick<Banner, "quiet">>,
): Banner {
  const real = addressOfSite(verdict.officialSite);
  const scare = isScareware(verdict);
  const secretText = t(isUnchecked(verdict) ? "hold.uncheckedText" : "hold.secretText");
  return {
    origin,
    ofFrame,
    quiet,
    language: t.language,
    large,
    label: t("banner.label"),
    text: `${whatItIs(t, verdict)} ${whatNotToDo(t, verdict)}`,
    real: real === null ? null : { label: t("banner.toReal"), url: real.url },
    leave: t("banner.leave"),
    closeAll: scare && !ofFrame ? t("banner.closeAll") : null,
    dismiss: t("banner.dismiss"),
    hold: {
      secret: { title: t("hold.secret"), text: secretText, goOn: t("hold.send") },
      package: { title: t("hold.package"), text: t("hold.packageText"), goOn: t("hold.download") },
      account: { title: t("hold.account"), text: t("hold.accountText"), goOn: t("hold.copy") },
      stop: t("hold.stop"),
    },
  };
}

function isUnchecked({ reasons }: Verdict): boolean {
  return reasons.some(({ code }) => code === "page-unchecked");
}

function whatItIs(t: BannerText, verdict: Verdict): string {
  if (isUnchecked(verdict)) return t("banner.unchecked");
  const { brand, reasons } = verdict;
  const named = reasons.find((reason) => reason.code === "page-identity");
  const name = brand ?? named?.name;
  if (name !== undefined) return t("banner.named", { name });
  const infected = reasons.some(
    (reason) => reason.code === "page-presses" && reason.sign === "infected",
  );
  return t(infected ? "banner.infected" : "banner.suspicious");
}

/** The worst that it asks for decides; one thing to remember is enough. */
function whatNotToDo(t: BannerText, verdict: Verdict): string {
  if (isUnchecked(verdict)) return t("banner.typeNothing");
  const { reasons } = verdict;
  const asked = reasons.flatMap((reason) => (reason.code === "page-asks" ? reason.asks : []));
  const any = (...some: string[]) => some.some((ask) => asked.includes(ask));
  if (any("password", "otp", "card", "cvv", "pin", "seed-phrase")) return t("banner.typeNothing");
  if (any("package", "remote-control")) return t("banner.installNothing");
  if (any("sim-command")) return t("banner.sendNoCode");
  if (any("transfer", "deposit")) return t("banner.payNothing");
  if (any("id-number", "id-photo")) return t("banner.givePapers");
  if (any("call")) return t("banner.callNobody");
  return t("banner.giveNothing");
}
