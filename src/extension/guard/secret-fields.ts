/** True for an event by which a password, a one-time code or a card number would be typed. */
export function typesASecret(event: Event): boolean {
  if (event instanceof MouseEvent || event.type.startsWith("touch")) return false;
  // Keys that type nothing still move on.
  if (event instanceof KeyboardEvent && event.key.length > 1 && event.key !== "Enter") return false;
  // Inside a shadow tree the event's target is its host; the path has the field itself, but for a closed tree.
  const path = event.composedPath();
  return path.some(isSecret) || (event.type === "beforeinput" && !isWritable(path[0]));
}

const isWritable = (target: EventTarget | undefined): boolean =>
  (target as Element).matches?.("input,textarea,[contenteditable]");

function isSecret(target: EventTarget): boolean {
  if (!(target instanceof HTMLInputElement)) return false;
  const { type, autocomplete, name, id } = target;
  // Made here, not at the start of every page.
  return (
    type === "password" ||
    /one-time-code|password|cc-/i.test(autocomplete) ||
    /otp|passw|mat-?khau|cv[vc]|\bpin\b|card|so-?the/i.test(`${name} ${id}`)
  );
}
