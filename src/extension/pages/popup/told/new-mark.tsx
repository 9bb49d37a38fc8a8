import { useToldText } from "../../../../ui/told-text.ts";

/** Says that something is new, or urgent: a shape and a word, so that colour is never the only sign. */
export function NewMark({ kind }: { kind: "new" | "urgent" }) {
  const t = useToldText();
  return (
    <span class={`new-mark new-mark-${kind}`}>
      <svg
        width="0.75rem"
        height="0.75rem"
        viewBox="0 0 12 12"
        fill="currentColor"
        aria-hidden="true"
      >
        {kind === "urgent" ? <path d="M6 1 11.500 11H.5Z" /> : <circle cx="6" cy="6" r="4" />}
      </svg>
      {t(kind === "urgent" ? "told.urgent" : "told.new")}
    </span>
  );
}
