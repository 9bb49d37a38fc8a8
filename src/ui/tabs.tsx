import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";

export interface TabItem<Id extends string> {
  id: Id;
  label: string;
  icon: ComponentChildren;
  /** Something new in it: a number on the icon, and the words that say it. */
  news?: { count: number; words: string } | null;
}

/**
 * A bar of tabs after the WAI-ARIA pattern: arrows, Home and End move, one tab stop. The panel it governs carries
 * `tabPanel(chosen)`.
 */
export function Tabs<Id extends string>({
  label,
  items,
  chosen,
  onChoose,
}: {
  label: string;
  items: readonly TabItem<Id>[];
  /** null where something else is shown for a while. */
  chosen: Id | null;
  onChoose(id: Id): void;
}) {
  const bar = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    // From where the focus is: nothing may be chosen.
    const now = items.findIndex(({ id }) => tabId(id) === (event.target as Element).id);
    const next = {
      ArrowRight: (now + 1) % items.length,
      ArrowLeft: (now + items.length - 1) % items.length,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    const item = next === undefined ? undefined : items[next];
    if (!item) return;
    event.preventDefault();
    onChoose(item.id);
    bar.current?.querySelector<HTMLElement>(`#${tabId(item.id)}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} ref={bar} onKeyDown={move}>
      {items.map(({ id, label: name, icon, news }) => (
        <button
          key={id}
          type="button"
          role="tab"
          class="tab"
          id={tabId(id)}
          aria-selected={id === chosen}
          aria-controls={id === chosen ? panelId(id) : undefined}
          tabIndex={id === (chosen ?? items[0]?.id) ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          <span class="tab-icon">
            {icon}
            {news && (
              <span class="tab-news numbers" aria-hidden="true">
                {news.count}
              </span>
            )}
          </span>
          <span>
            {name}
            {news && <span class="hearing-only">, {news.words}</span>}
          </span>
        </button>
      ))}
    </div>
  );
}

/** Attributes of the panel that a tab governs. */
export function tabPanel(id: string) {
  return { role: "tabpanel", id: panelId(id), "aria-labelledby": tabId(id) } as const;
}

const tabId = (id: string) => `tab-${id}`;
const panelId = (id: string) => `panel-${id}`;
