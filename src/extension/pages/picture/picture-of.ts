/** The picture among what was pasted or dropped; text goes before it, as browsers add pictures of copied text. */
export function pictureOf(data: DataTransfer | null): File | null {
  if (data === null || data.types.includes("text/plain")) return null;
  return [...data.files].find(({ type }) => type.startsWith("image/")) ?? data.files[0] ?? null;
}
