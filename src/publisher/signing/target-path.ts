/** Whether a text may be a TARGETPATH: it needs no quoting in an address and names no hidden file and no folder above. */
export function isTargetPath(text: string): boolean {
  return /^[\w~@+-][\w.~@+-]*(\/[\w~@+-][\w.~@+-]*)*$/.test(text);
}
