/**
 * What the browser's rules add to pages of hosts with path entries (Chromium), so that the guard knows them in the tick in
 * which it starts, wakes nothing and needs no list of its own: rules can't express every spelling of a listed path, nor
 * all paths of a large list.
 *
 * A server's timings are one of few headers that a page's start can read at once and that change nothing in the page. A
 * page of such a host can see it there; none of another host can.
 */
export const PATH_MARK = "rtm";
export const PATH_MARK_HEADER = "server-timing";
