/** Caps on what is gathered from one page: a hostile page must not be able to make the gathering expensive. */
export const CAPS = {
  /** Nodes walked, elements and texts together, frames and shadow trees included. */
  nodes: 20_000,
  links: 600,
  fields: 200,
  pictures: 80,
  forms: 40,
  headings: 60,
  frames: 20,
  /** UTF-16 code units. */
  text: 32_768,
  script: 65_536,
  line: 200,
  address: 2_048,
  /** An address that holds a picture itself. */
  picture: 65_536,
} as const;

/** An input, text area or editable element, as it presents itself to a person. */
export interface Field {
  /** The `type` attribute in lower case; "text" where there is none, "editable" for contenteditable. */
  type: string;
  /** Name, id, autocomplete, placeholder, title and inputmode, joined by spaces. */
  hint: string;
  /** The words beside it: its label, or what stands right before it. */
  label: string;
  /** True if a style turns what is typed into dots although the type is not "password". */
  masked: boolean;
  disabled: boolean;
  /** Most characters that it takes (`maxlength`); 0 where nothing is said. */
  maxLength: number;
  /** Index in `forms`; -1 for a field outside of any. */
  form: number;
}

/** A form, or the box around fields that have none. */
export interface Form {
  /** Absolute address; empty if the page keeps it to itself. */
  action: string;
  /** Words of the form and right before it. */
  around: string;
}

/** What a page shows as a mark: picture text, alternative text, file name, text of an inline SVG. */
export interface Mark {
  text: string;
  /** Host of the link around it, if any: a button to a login provider is no logo. */
  linksTo: string;
  /** True in the foot of the page, where seals, ways to pay and partners stand. */
  inFoot?: boolean | undefined;
}

/** What collectors gather from a page and its readable frames and shadow trees, as plain data, within CAPS. */
export interface PageFacts {
  /** Address of the top document, without fragment. */
  address: string;
  title: string;
  headings: string[];
  marks: Mark[];
  /** The head of the page: header, or what stands first. */
  banner: string;
  /** The foot of the page and lines with a copyright sign. */
  closing: string;
  fields: Field[];
  forms: Form[];
  /** Addresses of apps that are offered past the stores: Android packages, profiles for iPhones. */
  packages: string[];
  linkHosts: string[];
  /** Hosts of pictures and icons. */
  assetHosts: string[];
  /** Inline scripts, and what the mark-up says to do on a click, a key or a submit. */
  script: string;
  /** Visible words, without code and quotations where there are enough others. */
  text: string;
  /** Words that are drawn: in an SVG picture, or by a style sheet. */
  drawn: string;
  /** Characters in code and pre elements. */
  codeLength: number;
  /** Paragraphs of a hundred characters and more. */
  paragraphs: number;
  hasArticle: boolean;
  /** Of many fields: how many to type in that nobody can see stand before the first secret one that people see. */
  unseenBefore?: number | undefined;
  /** Where the fields are: only in frames without an address of their own, only in closed shadow trees. */
  fieldsOnlyIn: "page" | "frame" | "closed-shadow";
}
