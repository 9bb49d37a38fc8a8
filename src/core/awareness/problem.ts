/** Something that the writer of the content has to mend. */
export interface Problem {
  /** File, or kind and id of the item. */
  at: string;
  what: string;
}
