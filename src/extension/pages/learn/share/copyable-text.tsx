import { useEffect, useId, useRef, useState } from "preact/hooks";
import { Button } from "../../../../ui/button.tsx";
import type { ChannelText } from "../../../../ui/channels/channel-text.ts";
import type { Language } from "../../../../ui/language-of.ts";

/**
 * A text under its name with the button that copies it. Where the browser refuses the clipboard the text is selected, so
 * that Ctrl+C is enough.
 */
export function CopyableText({
  t,
  name,
  size,
  text,
  language,
  copy,
}: {
  t: ChannelText;
  name: string;
  /** How long it is, in the channel's own measure; null where that does not matter. */
  size: string | null;
  text: string;
  /** Of the text, which may be another than the page's. */
  language: Language;
  copy(text: string): Promise<boolean>;
}) {
  const id = useId();
  const shown = useRef<HTMLPreElement>(null);
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);
  // Another text has not been copied yet.
  useEffect(() => setOutcome(null), [text]);
  const press = async () => {
    const done = await copy(text);
    if (!done && shown.current) getSelection()?.selectAllChildren(shown.current);
    setOutcome(done ? "copied" : "refused");
  };
  return (
    <section class="card share-text" aria-labelledby={id}>
      <div class="row share-text-head">
        <h3 id={id}>{name}</h3>
        <Button aria-label={t("channel.copyWhat", { what: name })} onClick={press}>
          {t("channel.copy")}
        </Button>
      </div>
      {size !== null && <p class="small soft numbers">{size}</p>}
      <p role="status" class={outcome === "refused" ? "share-refused" : "share-copied"}>
        {outcome === "copied" && t("channel.copied", { what: name })}
        {outcome === "refused" && t("channel.copyRefused")}
      </p>
      <pre class="raw" ref={shown} lang={language}>
        {text}
      </pre>
    </section>
  );
}
