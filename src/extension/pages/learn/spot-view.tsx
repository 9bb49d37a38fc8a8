import { useEffect, useMemo, useState } from "preact/hooks";
import type { ContentArtifact } from "../../../core/awareness/content-artifacts.ts";
import type { Spot } from "../../../core/awareness/spot.ts";
import { useText } from "../../../ui/text-context.ts";
import type { Ask } from "../ask-background.ts";
import { ExerciseFrame } from "./exercise-frame.tsx";
import type { LearnNeeds } from "./learn-needs.ts";
import { RereadList } from "./reread-list.tsx";
import { SpotOwner } from "./spot-owner.tsx";
import { SpotPage } from "./spot-page.tsx";
import { SpotReal } from "./spot-real.tsx";
import { type Answers, useAnswers } from "./use-answers.ts";
import { useLearnText } from "./use-learn-text.ts";

/** Exercises in telling false addresses and pages from real ones, one at a time. */
export function SpotView({
  lessons,
  needs,
}: {
  lessons: ContentArtifact<"tips">;
  needs: LearnNeeds;
}) {
  const t = useText();
  const l = useLearnText();
  const spots = useTrueSpots(lessons.spots, needs.ask);
  const answers = useAnswers(needs.answers);
  return (
    <>
      {spots === null ? (
        <h1 tabIndex={-1}>{l("spot.title")}</h1>
      ) : (
        <Spots spots={spots} lessons={lessons} answers={answers} random={needs.random} />
      )}
      {spots === null && <p class="soft">{t("general.loading")}</p>}
      <p class="small soft reading">{l("spot.madeUp")}</p>
    </>
  );
}

function Spots({
  spots,
  lessons,
  answers,
  random,
}: {
  spots: readonly Spot[];
  lessons: ContentArtifact<"tips">;
  answers: Answers;
  random(): number;
}) {
  const l = useLearnText();
  const ids = useMemo(() => spots.map(({ id }) => id), [spots]);
  const [at, setAt] = useState(() => {
    const open = ids.findIndex((id) => !(id in answers.given));
    return open === -1 ? ids.length : open;
  });
  const spot = spots[at];
  const answered = (right: boolean) => spot && answers.give(spot.id, right ? "right" : "wrong");
  const next = () => setAt(at + 1);
  return (
    <ExerciseFrame
      title={l("spot.title")}
      ids={ids}
      at={at}
      answers={answers}
      restart={() => setAt(0)}
    >
      {spot === undefined && (
        <RereadList
          forms={lessons.forms.filter(({ id }) =>
            spots.some((one) => answers.given[one.id] === "wrong" && one.forms.includes(id)),
          )}
        />
      )}
      {spot?.kind === "real" && (
        <SpotReal key={spot.id} spot={spot} random={random} answered={answered} next={next} />
      )}
      {spot?.kind === "owner" && (
        <SpotOwner key={spot.id} spot={spot} answered={answered} next={next} />
      )}
      {spot?.kind === "page" && (
        <SpotPage key={spot.id} spot={spot} answered={answered} next={next} />
      )}
    </ExerciseFrame>
  );
}

/**
 * The exercises whose real address is official by the list in force: what changed hands since the exercise was written
 * must not be taught. null until that is known.
 */
function useTrueSpots(spots: readonly Spot[], ask: Ask): readonly Spot[] | null {
  const [found, setFound] = useState<readonly Spot[] | null>(null);
  useEffect(() => {
    let wanted = true;
    const isTrue = async (spot: Spot): Promise<boolean> => {
      if (spot.kind !== "real" || spot.brand === null) return true;
      const asked = await ask({ type: "verdict", url: `https://${spot.own}/` });
      return asked.ok && asked.answer.ok && asked.answer.verdict.brand === spot.brand
        ? asked.answer.verdict.level === "official"
        : false;
    };
    Promise.all(spots.map(isTrue)).then((known) => {
      if (wanted) setFound(spots.filter((_, i) => known[i]));
    });
    return () => {
      wanted = false;
    };
  }, [spots, ask]);
  return found;
}
