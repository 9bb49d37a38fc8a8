import type { Kind } from "./layout.ts";

/** Gives each kind a place, in order of appearance. */
export class KindTable {
  readonly all: Kind[] = [];
  private readonly places = new Map<string, number>();
  private last: Kind | null = null;
  private lastPlace = 0;

  place(kind: Kind): number {
    const { last } = this;
    if (last && last[0] === kind[0] && last[1] === kind[1] && last[2] === kind[2]) {
      return this.lastPlace;
    }
    const text = JSON.stringify(kind);
    let place = this.places.get(text);
    if (place === undefined) {
      place = this.all.push(kind) - 1;
      this.places.set(text, place);
    }
    this.last = kind;
    this.lastPlace = place;
    return place;
  }
}
