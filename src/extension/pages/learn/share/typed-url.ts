/** The web address that a person typed, with or without "https://"; null if it is none yet. */
export function typedUrl(typed: string): string | null {
  const text = typed.trim();
  if (text === "" || /\s/.test(text)) return null;
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(whole) ? new URL(whole) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || !url.hostname.includes(".")) return null;
  return url.href;
}
