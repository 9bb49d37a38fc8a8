/** The page's history of entries; Firefox before 147 has none. */
export const { navigation } = globalThis as { navigation?: Navigation };
