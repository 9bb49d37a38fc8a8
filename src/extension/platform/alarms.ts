import { browser } from "wxt/browser";

export interface Alarms {
  /** Rings after `minutes`, and again every `period` minutes if that is given. Replaces the alarm of this name. */
  set(name: string, minutes: number, period?: number): Promise<void>;
  clear(name: string): Promise<void>;
  /** When it rings next, milliseconds since the epoch; null if there is none. */
  next(name: string): Promise<number | null>;
  /** Must be called while the background's script first runs, or a ring that woke it is lost. */
  onRing(listener: (name: string) => void): void;
}

export function browserAlarms(): Alarms {
  return {
    set: (name, minutes, period) =>
      browser.alarms.create(name, {
        delayInMinutes: minutes,
        ...(period === undefined ? {} : { periodInMinutes: period }),
      }),
    async clear(name) {
      await browser.alarms.clear(name);
    },
    next: async (name) => (await browser.alarms.get(name))?.scheduledTime ?? null,
    onRing: (listener) => browser.alarms.onAlarm.addListener(({ name }) => listener(name)),
  };
}
