import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { Key } from "../../../ui/text.ts";
import { useText } from "../../../ui/text-context.ts";
import { BlockedView } from "./blocked-view.tsx";
import { NeutralView } from "./neutral-view.tsx";
import { type Situation, situationOf } from "./situation.ts";
import type { WarningNeeds } from "./warning-needs.ts";

/** The whole warning page. It believes nothing that stands in its own address: see situationOf. */
export function WarningPage({ needs }: { needs: WarningNeeds }) {
  const t = useText();
  const { raw, ask } = needs;
  const [tries, setTries] = useState(0);
  const [situation, setSituation] = useState<Situation>({ kind: "checking" });

  // Not after the first paint, for which Preact lets effects wait: the answer may still get into it.
  useLayoutEffect(() => {
    let current = true;
    setSituation({ kind: "checking" });
    situationOf(raw, ask).then((found) => {
      if (current) setSituation(found);
    });
    return () => {
      current = false;
    };
  }, [raw, ask, tries]);

  const title = t(documentTitle(situation));
  useEffect(() => {
    document.title = title;
  }, [title]);

  if (situation.kind === "listed") {
    return <BlockedView address={situation.address} verdict={situation.verdict} needs={needs} />;
  }
  return (
    <NeutralView situation={situation} close={needs.close} retry={() => setTries(tries + 1)} />
  );
}

function documentTitle(situation: Situation): Key {
  switch (situation.kind) {
    case "checking":
      return "app.name";
    case "bad-address":
      return "neutral.badTitle";
    case "failed":
      return "neutral.failedTitle";
    case "not-listed":
      return "neutral.title";
    case "listed":
      return situation.verdict.level === "warn" ? "warning.warned" : "warning.blocked";
  }
}
