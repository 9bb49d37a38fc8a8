import { useMemo } from "preact/hooks";
import type { Address } from "../core/host/address.ts";
import { type AddressPiece, addressParts } from "../core/host/address-parts.ts";
import { useText } from "./text-context.ts";
import { useRegisteredDomain } from "./use-registered-domain.ts";

/**
 * An address as the eye should read it: who owns it in bold, letters that deceive underlined and named below.
 *
 * @param names spellings of the imitated brand, to mark where the address borrows them
 */
export function AddressView({
  address,
  names,
}: {
  address: Address;
  names?: readonly string[] | undefined;
}) {
  const t = useText();
  const registered = useRegisteredDomain(address);
  const parts = useMemo(
    () => addressParts(address, registered, names),
    [address, registered, names],
  );
  const domain = parts.domain.map(({ text }) => text).join("");
  return (
    <div class="address-view">
      <bdi class="address" dir="ltr" translate={false}>
        <Pieces of={parts.before} />
        <span class="address-domain">
          <Pieces of={parts.domain} />
        </span>
        <Pieces of={parts.after} />
      </bdi>
      {parts.odd.map(({ letter, looksLike, script }) => (
        <p class="small soft" key={letter}>
          {t(`address.${script}`, { letter, ascii: looksLike })}
        </p>
      ))}
      {parts.borrowed !== null && (
        <p class="small soft">{t("address.borrowed", { name: parts.borrowed, domain })}</p>
      )}
    </div>
  );
}

function Pieces({ of }: { of: readonly AddressPiece[] }) {
  return of.map(({ text, odd, borrowed }, index) =>
    odd || borrowed ? (
      <span key={index} class={odd ? "address-odd" : "address-borrowed"}>
        {text}
      </span>
    ) : (
      text
    ),
  );
}
