/** What a person wants checked, on its way from a page's menu or the popup to the check page. */
export interface Selection {
  text: string;
  /** True if it comes from a private window: nothing that follows from it may be kept. */
  isPrivate: boolean;
}

/**
 * Hands texts over, once each. They lie in the background's own memory and nowhere else: not in an address, which the
 * browser's history keeps, not on the disk, and not where content scripts reach. A background that dies meanwhile
 * loses them, and the page asks for them again.
 */
export interface Selections {
  /** @returns the id under which the text can be taken */
  give(selection: Selection): string;
  take(id: string): Selection | null;
}

/** Windows that were opened at one time and have not taken theirs yet. */
const MOST = 5;

export function createSelections(newId: () => string): Selections {
  const waiting = new Map<string, Selection>();
  return {
    give(selection) {
      const id = newId();
      waiting.set(id, selection);
      for (const old of [...waiting.keys()].slice(0, -MOST)) waiting.delete(old);
      return id;
    },
    take(id) {
      const selection = waiting.get(id) ?? null;
      waiting.delete(id);
      return selection;
    },
  };
}
