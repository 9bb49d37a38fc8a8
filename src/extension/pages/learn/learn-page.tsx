import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../../ui/button.tsx";
import { later } from "../../../ui/later.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useText } from "../../../ui/text-context.ts";
import { failureText } from "../failure-text.ts";
import { DamageNotice } from "../popup/told/damage-notice.tsx";
import { FormView } from "./form-view.tsx";
import { FormsView } from "./forms-view.tsx";
import { HelpView } from "./help-view.tsx";
import { LearnHeader } from "./learn-header.tsx";
import type { LearnNeeds } from "./learn-needs.ts";
import { QuizView } from "./quiz-view.tsx";
import { readRoute } from "./route.ts";
import { SpotView } from "./spot-view.tsx";
import { useLearnText } from "./use-learn-text.ts";
import { useTold } from "./use-told.ts";
import { WordsView } from "./words-view.tsx";

/** Half of the page's script, for the few who print and share. */
const ShareView = later(async () => (await import("./share/share-view.tsx")).ShareView);

/** What a person typed and chose above the grid of forms; it outlives a visit to one of them. */
export interface Seeking {
  query: string;
  /** Id of the group of readers; null for everybody. */
  group: string | null;
}

/**
 * The learn page: one view at a time, which its address names, below the way to the others.
 *
 * @param hash the part of the address from "#" on
 */
export function LearnPage({ hash, needs }: { hash: string; needs: LearnNeeds }) {
  const t = useText();
  const l = useLearnText();
  const lessons = useTold(needs.ask, "tips");
  const contacts = useTold(needs.ask, "portals");
  const [seeking, setSeeking] = useState<Seeking>({ query: "", group: null });
  const route = readRoute(hash);
  const main = useRef<HTMLElement>(null);
  useArrival(main, hash);

  const told = lessons.told;
  const parts = [lessons, contacts];
  const failed = parts.find((part) => part.told?.ok === false);
  const failure = failed?.told?.ok === false ? failed.told.failure : null;
  const damage = parts.flatMap((part) => (part.told?.ok ? (part.told.answer.damage ?? []) : []))[0];
  const content = told?.ok ? told.answer.content : null;
  const where = contacts.told?.ok ? contacts.told.answer.content : null;

  return (
    <div class="learn">
      <LearnHeader hash={hash} ask={needs.ask} />
      <main class="learn-main" ref={main}>
        <DamageNotice detail={damage ?? null} />
        {failed && failure && (
          <Notice tone="care" title={failureText(t, failure)} live>
            <p>
              <Button onClick={failed.retry}>{t("general.retry")}</Button>
            </p>
          </Notice>
        )}
        {route.view === "help" && where && <HelpView contacts={where} needs={needs} />}
        {content && route.view === "forms" && (
          <FormsView lessons={content} now={needs.now()} seeking={seeking} seek={setSeeking} />
        )}
        {content && route.view === "form" && (
          <FormView key={route.id} id={route.id} lessons={content} contacts={where} needs={needs} />
        )}
        {content && route.view === "quiz" && (
          <QuizView key={route.form} form={route.form} lessons={content} needs={needs} />
        )}
        {content && route.view === "spot" && <SpotView lessons={content} needs={needs} />}
        {content && where && route.view === "share" && (
          <div class="share">
            <h1 tabIndex={-1}>{l("learn.nav.share")}</h1>
            <ShareView
              id={route.rest[0] ?? null}
              lessons={content}
              contacts={where}
              needs={needs}
            />
          </div>
        )}
        {content && route.view === "words" && <WordsView lessons={content} />}
        {told === null && <p class="soft">{t("general.loading")}</p>}
      </main>
    </div>
  );
}

/**
 * After a step within the page a screen reader begins at the new view's title, and the eye at its top; who comes back to
 * the grid from a form stands at that form.
 */
function useArrival(main: { current: HTMLElement | null }, hash: string): void {
  const before = useRef<string | null>(null);
  /** Where a step came from, and what had the focus, until its view is there: lessons may still be on their way. */
  const arriving = useRef<{ from: string; focus: Element | null } | null>(null);
  useLayoutEffect(() => {
    const last = before.current;
    before.current = hash;
    if (last !== null && last !== hash) {
      arriving.current = { from: last, focus: document.activeElement };
      window.scrollTo(0, 0);
    }
    const title = main.current?.querySelector("h1");
    if (arriving.current === null || !title) return;
    const { from, focus } = arriving.current;
    arriving.current = null;
    // Who has gone elsewhere meanwhile is not called back.
    if (![focus, document.body].includes(document.activeElement)) return;
    const left =
      readRoute(hash).view === "forms" &&
      main.current?.querySelector<HTMLElement>(`a[href="${CSS.escape(from)}"]`);
    if (left) left.focus();
    else title.focus({ preventScroll: true });
  });
  useEffect(() => {
    const title = main.current?.querySelector("h1")?.textContent;
    if (title) document.title = title;
  });
}
