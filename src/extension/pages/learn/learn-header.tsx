import { useEffect, useId, useRef, useState } from "preact/hooks";
import { buttonClass } from "../../../ui/button.tsx";
import { Mark } from "../../../ui/mark.tsx";
import { useText } from "../../../ui/text-context.ts";
import type { Ask } from "../ask-background.ts";
import { readRoute, routeHash } from "./route.ts";
import { TextSizeButton } from "./text-size-button.tsx";
import { useLearnText } from "./use-learn-text.ts";

const VIEWS = ["forms", "quiz", "spot", "words", "share"] as const;

/** Name, the ways to all views, and the size of the text. */
export function LearnHeader({ hash, ask }: { hash: string; ask: Ask }) {
  const t = useText();
  const l = useLearnText();
  const id = useId();
  const menu = useRef<HTMLButtonElement>(null);
  // Where the ways would take many rows they wait behind a button; on a wide page nobody sees it.
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [hash]);
  const { view } = readRoute(hash);
  const current = view === "form" ? "forms" : view;
  const way = (to: (typeof VIEWS)[number] | "help") => (
    <a
      href={routeHash(to)}
      class={to === "help" ? "learn-way learn-way-help" : "learn-way"}
      aria-current={to === current ? (view === to ? "page" : "true") : undefined}
    >
      {l(`learn.nav.${to}`)}
    </a>
  );
  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open) return;
    setOpen(false);
    menu.current?.focus();
  };
  return (
    <header class="learn-header">
      <div class="learn-top">
        <p class="learn-name">
          <Mark state="guarding" size={1.75} />
          {t("app.name")}
        </p>
        <TextSizeButton ask={ask} />
      </div>
      <nav class="learn-nav" aria-label={l("learn.nav")} onKeyDown={leave}>
        <button
          type="button"
          ref={menu}
          class={`${buttonClass("plain")} learn-menu`}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {l("learn.menu")}
        </button>
        <ul id={id} class={open ? "learn-ways learn-ways-open" : "learn-ways"}>
          {VIEWS.map((one) => (
            <li key={one}>{way(one)}</li>
          ))}
        </ul>
        {/* Who has just been robbed needs no menu. */}
        {way("help")}
      </nav>
    </header>
  );
}
