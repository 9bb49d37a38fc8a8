// Each for itself: what a page's many frames need must be little, and what a person needs must be there at once.
void (window.top === window ? import("./page.tsx") : import("./frame.tsx"));
