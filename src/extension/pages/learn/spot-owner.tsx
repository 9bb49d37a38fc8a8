import { useMemo, useState } from "preact/hooks";
import type { OwnerSpot } from "../../../core/awareness/spot.ts";
import { type Address, parseAddress } from "../../../core/host/address.ts";
import { Button } from "../../../ui/button.tsx";
import { useRegisteredDomain } from "../../../ui/use-registered-domain.ts";
import { type AddressRole, addressPieces } from "./address-pieces.ts";
import { useLearnText } from "./use-learn-text.ts";

/** Where in this address does the owner's name stand? Each piece can be pressed and says what it is. */
export function SpotOwner({
  spot,
  answered,
  next,
}: {
  spot: OwnerSpot;
  answered(right: boolean): void;
  next(): void;
}) {
  const parsed = useMemo(() => parseAddress(spot.address), [spot.address]);
  return parsed.ok ? (
    <Pieces address={parsed.address} spot={spot} answered={answered} next={next} />
  ) : null;
}

function Pieces({
  address,
  spot,
  answered,
  next,
}: {
  address: Address;
  spot: OwnerSpot;
  answered(right: boolean): void;
  next(): void;
}) {
  const l = useLearnText();
  const domain = useRegisteredDomain(address);
  const pieces = useMemo(
    () => (domain === null ? [] : addressPieces(address, domain)),
    [address, domain],
  );
  const [pressed, setPressed] = useState<number[]>([]);
  const last = pressed.at(-1);
  const role: AddressRole | null = last === undefined ? null : (pieces[last]?.role ?? null);
  const solved = pressed.some((index) => pieces[index]?.role === "owner");

  const press = (index: number) => {
    if (solved) return;
    if (pieces[index]?.role === "owner") answered(pressed.length === 0);
    setPressed([...pressed, index]);
  };
  return (
    <div class="stack">
      <p class="question-text">{l("spot.owner")}</p>
      <div class="spot-pieces" dir="ltr" translate={false}>
        {pieces.map(({ text, before, role: own }, index) => (
          <span key={index}>
            <span class="soft">{before}</span>
            <button
              type="button"
              class={`spot-piece${pressed.includes(index) ? ` spot-piece-${own === "owner" ? "right" : "other"}` : ""}`}
              aria-pressed={pressed.includes(index)}
              onClick={() => press(index)}
            >
              {text}
            </button>
          </span>
        ))}
      </div>
      <div role="status">
        {role !== null && (
          <div class={`outcome ${solved ? "outcome-right" : "outcome-other"}`}>
            <p class="notice-title">
              {l(solved ? "choose.right" : "spot.lookOn")} {l(`spot.role.${role}`)}
            </p>
            {solved && <p>{spot.because[l.language]}</p>}
          </div>
        )}
      </div>
      {solved && (
        <p>
          <Button kind="primary" onClick={next}>
            {l("choose.next")}
          </Button>
        </p>
      )}
    </div>
  );
}
