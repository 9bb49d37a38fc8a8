import { useToldText } from "../../../../ui/told-text.ts";

/** Says that something is new, urgent or over: a shape and a word, so that colour is never the only sign. */
export function NewMark({ kind }: { kind: keyof typeof SHAPES }) {
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
        {SHAPES[kind]}
      </svg>
      {t(`told.${kind}`)}
    </span>
  );
}

const SHAPES = {
  new: <circle cx="6" cy="6" r="4" />,
  urgent: <path d="M6 1 11.500 11H.5Z" />,
  /** A clock. */
  past: (
    <path
      d="M6 .5a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11ZM5.300 3h1.400v2.700l2 1.200-.7 1.200-2.700-1.600Z"
      fill-rule="evenodd"
    />
  ),
} as const;
