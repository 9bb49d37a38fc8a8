import { useMemo, useState } from "preact/hooks";
import type { ContentArtifact } from "../../../core/awareness/content-artifacts.ts";
import type { Quiz } from "../../../core/awareness/quiz.ts";
import { ChooseOne } from "./choose-one.tsx";
import { ExerciseFrame } from "./exercise-frame.tsx";
import type { LearnNeeds } from "./learn-needs.ts";
import { RereadList } from "./reread-list.tsx";
import { routeHash } from "./route.ts";
import { shuffled } from "./shuffled.ts";
import { useAnswers } from "./use-answers.ts";
import { useLearnText } from "./use-learn-text.ts";

/**
 * The quiz, one question at a time, from the first that was not answered yet.
 *
 * @param form only what is asked about this form, from the beginning; null for all
 */
export function QuizView({
  form,
  lessons,
  needs,
}: {
  form: string | null;
  lessons: ContentArtifact<"tips">;
  needs: LearnNeeds;
}) {
  const l = useLearnText();
  const answers = useAnswers(needs.answers);
  const asked = useMemo(
    () => lessons.quiz.filter(({ forms }) => form === null || forms.includes(form)),
    [lessons, form],
  );
  const ids = asked.map(({ id }) => id);
  const [at, setAt] = useState(() => {
    const open = asked.findIndex(({ id }) => !(id in answers.given));
    return form !== null ? 0 : open === -1 ? asked.length : open;
  });
  const question = asked[at];
  const about = lessons.forms.find(({ id }) => id === form);
  return (
    <ExerciseFrame
      title={about ? l("quiz.titleOf", { name: about.name[l.language] }) : l("quiz.title")}
      ids={ids}
      at={at}
      answers={answers}
      restart={() => setAt(0)}
    >
      {question === undefined ? (
        <RereadList
          forms={lessons.forms.filter(({ id }) =>
            asked.some((one) => answers.given[one.id] === "wrong" && one.forms.includes(id)),
          )}
        />
      ) : (
        <Question
          key={question.id}
          question={question}
          random={needs.random}
          answered={(right) => answers.give(question.id, right ? "right" : "wrong")}
          next={() => setAt(at + 1)}
        />
      )}
    </ExerciseFrame>
  );
}

function Question({
  question,
  random,
  answered,
  next,
}: {
  question: Quiz;
  random(): number;
  answered(right: boolean): void;
  next(): void;
}) {
  const l = useLearnText();
  const { choices, forms } = question;
  const order = useMemo(() => shuffled(choices.length, random), [choices, random]);
  return (
    <ChooseOne
      question={question.question[l.language]}
      choices={choices.map((choice) => choice[l.language])}
      order={order}
      answer={question.answer}
      answered={answered}
      next={next}
    >
      <p>{question.because[l.language]}</p>
      {forms[0] !== undefined && (
        <p>
          <a href={routeHash("form", forms[0])}>{l("quiz.toLesson")}</a>
        </p>
      )}
    </ChooseOne>
  );
}
