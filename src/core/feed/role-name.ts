/** The four roles that every repository has. */
export const TOP_LEVEL_ROLES = ["root", "timestamp", "snapshot", "targets"] as const;

export type TopLevelRole = (typeof TOP_LEVEL_ROLES)[number];

/**
 * A role's name as one part of an address or a file name: everything but RFC 3986's unreserved characters is
 * percent-encoded, so that "../root" and "local/hue" stay inside their folder.
 */
export function encodeRoleName(role: string): string {
  return encodeURIComponent(role).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
