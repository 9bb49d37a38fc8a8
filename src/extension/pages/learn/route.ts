/** Which view the learn page shows; it stands after "#" in its address. */
export type Route =
  | { view: "forms" }
  | { view: "form"; id: string }
  /** `form`: only the questions about this form; null for all. */
  | { view: "quiz"; form: string | null }
  | { view: "spot" }
  | { view: "words" }
  | { view: "help" }
  /** What stands after "#/share/", of which the share view knows the meaning. */
  | { view: "share"; rest: string[] };

const PLAIN = ["spot", "words", "help"] as const;

/**
 * Reads "#/form/fake-evn". What it does not know leads to the forms.
 *
 * @param hash with or without "#", as `location.hash` has it
 */
export function readRoute(hash: string): Route {
  const [view, ...rest] = hash
    .replace(/^#?\/?/, "")
    .split("/")
    .filter((part) => part !== "");
  const [id] = rest;
  if (view === "form" && id !== undefined) return { view, id };
  if (view === "quiz") return { view, form: id ?? null };
  if (view === "share") return { view, rest };
  const plain = PLAIN.find((one) => one === view);
  return { view: plain ?? "forms" };
}

/** The address of a view within the page, for links. */
export function routeHash(view: Route["view"], ...rest: string[]): string {
  return ["#", view === "forms" ? "" : view, ...rest].join("/");
}
