import { Mark } from "../../../ui/mark.tsx";
import { useText } from "../../../ui/text-context.ts";
import type { Ask } from "../ask-background.ts";
import { type Route, routeHash } from "./route.ts";
import { TextSizeButton } from "./text-size-button.tsx";
import { useLearnText } from "./use-learn-text.ts";

const VIEWS = ["forms", "quiz", "spot", "words", "share", "help"] as const;

/** Name, the ways to all views, and the size of the text. */
export function LearnHeader({ view, ask }: { view: Route["view"]; ask: Ask }) {
  const t = useText();
  const l = useLearnText();
  const current = view === "form" ? "forms" : view;
  return (
    <header class="learn-header">
      <div class="learn-top">
        <p class="learn-name">
          <Mark state="guarding" size={1.75} />
          {t("app.name")}
        </p>
        <TextSizeButton ask={ask} />
      </div>
      <nav aria-label={l("learn.nav")}>
        <ul class="learn-nav">
          {VIEWS.map((one) => (
            <li key={one}>
              <a
                href={routeHash(one)}
                class={one === "help" ? "learn-way learn-way-help" : "learn-way"}
                aria-current={one === current ? (view === one ? "page" : "true") : undefined}
              >
                {l(`learn.nav.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
