import { PATH_MARK } from "../path-mark.ts";
import { arrival } from "./arrival.ts";

/** True if this document came from a host with path entries. Firefox tells of no server timing over http. */
export const isMarked = (() =>
  arrival()?.serverTiming?.some(({ name }) => name === PATH_MARK) === true) satisfies () => boolean;
