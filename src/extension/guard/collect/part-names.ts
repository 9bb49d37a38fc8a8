const POSTS = "message|(?:topic-)?post|comment|reply|answer|review";
/** Words of classes that HEAD, FOOT, POST or the name of a site may be found in, for one look at most classes. */
export const PART = RegExp(`head|foot|logo|brand|site|${POSTS}`, "i");
/** What may be a foot by another sign than its name and its class. */
export const FEET = "[role=contentinfo],[id*='foot' i]";
/** Classes of head and foot where the maker knows no <header> and <footer>; cards and dialogs have theirs. */
const ofPage = (part: string) => RegExp(`(?<!card-|modal-|form-|panel-)\\b${part}\\b`, "i");
export const HEAD = ofPage("header");
export const FOOT = ofPage("foot(?:er)?");
/** What visitors of a forum or a shop write, one beside the other, by the classes of the usual programs. */
export const POST = RegExp(`(?:^|\\s)(?:${POSTS})(?:-\\S*)?(?:\\s|$)`, "i");
