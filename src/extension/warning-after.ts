/** Query of a warning page that follows the listed page in the tab's history instead of standing in its place. */
export const AFTER = "?after";
