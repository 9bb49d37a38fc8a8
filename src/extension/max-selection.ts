/** Longest text that is handed to the check page. Apart from the messages, whose schemas no page needs to begin. */
export const MAX_SELECTION = 100_000;
