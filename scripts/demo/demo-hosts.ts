/** A host of the demo. All of them are answered on this machine: names under .example exist nowhere (RFC 2606). */
export interface DemoHost {
  host: string;
  /** Brand that it pretends to be, by its name in the brands file. */
  brand: string;
  /** Id of the form of scam, see src/content. */
  form: string;
}

/** On the list from the beginning. */
export const LISTED: DemoHost = {
  host: "vietcombank-xacthuc.example",
  brand: "Vietcombank",
  form: "fake-agency-website",
};

/** Joins the list while the browser runs. */
export const NEWCOMER: DemoHost = {
  host: "dienluc-hoantien.example",
  brand: "EVN",
  form: "phishing-link-dirty-ads",
};

/** On no list: the one to report. */
export const SUSPECT = "qua-tang-tri-an.example";

/** The real site of the brand that LISTED imitates; the demo answers in its place. */
export const BANK = "vietcombank.com.vn";

/** Every name that the demo's web server answers for. */
export const DEMO_NAMES: readonly string[] = [
  LISTED.host,
  NEWCOMER.host,
  SUSPECT,
  BANK,
  `www.${BANK}`,
];
