/** Where scripts in the extension's own world leave the address that a document gives way to, as it is written there. */
export const LEFT_FOR = Symbol.for("left");
