import type { Field } from "./page-facts.ts";

// What the page itself needs of a script, so it is short: unpack-script.ts reads more.

const BASE64 = /[A-Za-z0-9+/]{120,}={0,2}/g;
const MOST_BLOBS = 8;
const MOST_FIELDS = 40;
const LONGEST_BLOB = 40_000;
const ESCAPED = /\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|%[0-9a-f]{2}/gi;
const INPUT =
  /([^<>]{0,80})(?:<(?!input)[^<>]{0,120}> ?){0,2}<(?:input|textarea)\b([^<>]{0,300})/gi;
const ATTRIBUTE =
  /\b(type|name|id|autocomplete|placeholder|maxlength)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi;
const PACKAGE = /["'=]([^"'\s<>]{1,200}\.(?:apk|xapk))\b/gi;
const MARKUP = /<(?:form|input|label|button|h[1-4]|p|div|a)\b/i;

/** Mark-up in inline scripts, one text after the other, and of that what is packed in base64 or escapes. Runs nothing. */
export function scriptMarkup(script: string): { all: string; hidden: string[] } {
  const hidden: string[] = [];
  let blobs = 0;
  for (const [blob] of script.matchAll(BASE64)) {
    if (++blobs > MOST_BLOBS) break;
    const text = decodeBase64(blob.slice(0, LONGEST_BLOB - (LONGEST_BLOB % 4)));
    if (MARKUP.test(text)) hidden.push(text);
  }
  const escapes = script.match(ESCAPED)?.length ?? 0;
  const opened = escapes > 12 ? unescaped(script) : script;
  if (escapes > 12 && MARKUP.test(opened) && !MARKUP.test(script)) hidden.push(opened);
  return { all: (MARKUP.test(opened) ? [opened, ...hidden] : hidden).join("\n"), hidden };
}

/** Addresses of packages in a script and its mark-up. */
export function packagesIn(code: string): string[] {
  return [...code.matchAll(PACKAGE)].map(([, address = ""]) => address).slice(0, 20);
}

/** Fields that mark-up will make. */
export function fieldsIn(markup: string): Field[] {
  const fields: Field[] = [];
  for (const [, before = "", attributes = ""] of markup.replace(/\s+/g, " ").matchAll(INPUT)) {
    const values: Record<string, string> = {};
    for (const [, name = "", ...given] of attributes.matchAll(ATTRIBUTE))
      values[name.toLowerCase()] ??= given.join("");
    const { type, name = "", id = "", autocomplete = "", placeholder = "", maxlength } = values;
    fields.push({
      type: type?.toLowerCase() || "text",
      hint: [name, id, autocomplete, placeholder].join(" "),
      label: before.trim(),
      masked: /text-security/i.test(attributes),
      disabled: /\bdisabled\b/i.test(attributes),
      maxLength: Number(maxlength) || 0,
      form: -1,
    });
    if (fields.length === MOST_FIELDS) break;
  }
  return fields;
}

/** What a base64 text says; empty if it is none. */
export function decodeBase64(blob: string): string {
  try {
    const bytes = Uint8Array.from(atob(blob.slice(0, blob.length - (blob.length % 4))), (c) =>
      c.charCodeAt(0),
    );
    return new TextDecoder().decode(bytes);
  } catch {
    // Not base64 after all: a long word, a hash, a path.
    return "";
  }
}

function unescaped(script: string): string {
  return script.replace(ESCAPED, (code) =>
    String.fromCharCode(Number.parseInt(code.replace(/^(?:\\[xu]|%)/, ""), 16)),
  );
}
