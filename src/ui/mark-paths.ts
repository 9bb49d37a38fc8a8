/** The shield of the mark, on a grid of 32. */
export const MARK_SHIELD =
  "M16 2.5c3.6 2.3 7.4 3.4 11.5 3.5v9c0 7-4.6 11.8-11.5 14.500C9.1 26.8 4.5 22 4.5 15V6C8.6 5.9 12.4 4.8 16 2.500Z";
/** The open eye in it, without its pupil: a circle of radius 2 around 16, 15.5. */
export const MARK_EYE =
  "M8.5 15.500c2-3.2 4.5-4.8 7.5-4.800s5.5 1.6 7.5 4.800c-2 3.2-4.5 4.8-7.5 4.800s-5.5-1.6-7.5-4.800Z";
