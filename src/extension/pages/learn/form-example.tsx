import { useMemo } from "preact/hooks";
import type { Form } from "../../../core/awareness/form.ts";
import { parseAddress } from "../../../core/host/address.ts";
import { AddressView } from "../../../ui/address-view.tsx";
import { useLearnText } from "./use-learn-text.ts";

/** The addresses in our examples end so, which no real one does: see the check of the content. */
const EXAMPLE_ADDRESS = /(?:[a-z0-9-]{1,63}\.){1,4}example(?:\/[a-z0-9./_-]*[a-z0-9])?/i;

/** An address, a message or a call as it may come, written by us and shown as such, with the address marked. */
export function FormExample({ example }: { example: Form["example"] }) {
  const l = useLearnText();
  const text = example.text[l.language];
  const address = EXAMPLE_ADDRESS.exec(text)?.[0] ?? null;
  const parsed = useMemo(() => (address === null ? null : parseAddress(address)), [address]);
  return (
    <figure class={`example example-${example.kind}`}>
      <figcaption class="small soft">{l(`example.${example.kind}`)}</figcaption>
      {example.kind !== "address" && (
        <blockquote class="example-said" data-said>
          <Said text={text} address={address} />
        </blockquote>
      )}
      {parsed?.ok && (
        <div class="example-address">
          <AddressView address={parsed.address} />
          <p class="small soft">{l("example.owner")}</p>
        </div>
      )}
      <p class="example-why" data-said>
        {example.why[l.language]}
      </p>
    </figure>
  );
}

function Said({ text, address }: { text: string; address: string | null }) {
  if (address === null) return text;
  const at = text.indexOf(address);
  return (
    <>
      {text.slice(0, at)}
      <span class="example-marked">{address}</span>
      {text.slice(at + address.length)}
    </>
  );
}
