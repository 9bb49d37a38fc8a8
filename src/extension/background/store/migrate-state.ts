import { STATE_VERSION, type State } from "./state.ts";

/** As the first version that was published began. */
const FIRST_STATE = {
  version: 1,
  feed: null,
  artifacts: [],
  packageSeen: null,
  sync: { failures: 0, problem: null },
  base: null,
  policy: { lastGood: null, problems: [] },
};

/**
 * Step n brings a state of version n to version n + 1. Each is pure and stays as it is once published; a fixture of the
 * shape that it reads lies in tests/fixtures/state.
 */
const STEPS: readonly ((old: never) => object)[] = [
  // 0: nothing stored yet.
  () => FIRST_STATE,
  // 1: nobody could set anything.
  (old: object) => ({ ...old, version: 2, settings: {} }),
  // 2: nothing was noted of what people had been told.
  (old: object) => {
    const nothing = { keys: [], lastAt: null };
    return { ...old, version: 3, told: { seen: nothing, announced: nothing, refused: [] } };
  },
  // 3: lists left no trace.
  (old: object) => ({ ...old, version: 4, listHistory: [] }),
];

/**
 * Brings what was stored to the present shape.
 *
 * @param stored a state of any version, or undefined if there is none
 * @throws RangeError if it was written by a newer version of the extension, whose shape is not known here
 */
export function migrateState(stored: unknown): State {
  let state = stored === undefined ? { version: 0 } : stored;
  for (let version = versionOf(state); version < STATE_VERSION; version++) {
    const step = STEPS[version] as ((old: unknown) => object) | undefined;
    if (!step) throw new RangeError(`no migration from version ${version}`);
    state = step(state);
  }
  if (versionOf(state) > STATE_VERSION) {
    throw new RangeError(`state of version ${versionOf(state)}, newer than ${STATE_VERSION}`);
  }
  return state as State;
}

function versionOf(state: unknown): number {
  const version =
    typeof state === "object" && state !== null && "version" in state ? state.version : null;
  if (typeof version !== "number" || !Number.isInteger(version) || version < 0) {
    throw new RangeError("a state without a version");
  }
  return version;
}
