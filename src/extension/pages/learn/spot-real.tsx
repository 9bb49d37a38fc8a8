import { useMemo } from "preact/hooks";
import type { RealSpot } from "../../../core/awareness/spot.ts";
import { parseAddress } from "../../../core/host/address.ts";
import { AddressView } from "../../../ui/address-view.tsx";
import { ChooseOne } from "./choose-one.tsx";
import { shuffled } from "./shuffled.ts";
import { useLearnText } from "./use-learn-text.ts";

/** Which of these addresses is the organisation's? The addresses are plain while one looks, marked in the answer. */
export function SpotReal({
  spot,
  random,
  answered,
  next,
}: {
  spot: RealSpot;
  random(): number;
  answered(right: boolean): void;
  next(): void;
}) {
  const l = useLearnText();
  const { choices } = spot;
  const order = useMemo(() => shuffled(choices.length, random), [choices, random]);
  const organisation = spot.organisation[l.language];
  return (
    <ChooseOne
      question={
        spot.brand === null
          ? l("spot.realOf", { organisation, own: spot.own })
          : l("spot.real", { organisation })
      }
      choices={choices.map((address) => (
        <bdi key={address} class="spot-address" dir="ltr" translate={false}>
          {address}
        </bdi>
      ))}
      order={order}
      answer={spot.answer}
      answered={answered}
      next={next}
    >
      <ul class="spot-marked">
        {order.map((index) => {
          const parsed = parseAddress(choices[index] ?? "");
          return parsed.ok ? (
            <li key={index}>
              <AddressView address={parsed.address} />
            </li>
          ) : null;
        })}
      </ul>
      <p>{spot.because[l.language]}</p>
      <p class="small soft">{l("example.owner")}</p>
    </ChooseOne>
  );
}
