const SECRET_AUTOCOMPLETE = /one-time-code|password|cc-/i;
const SECRET_NAME = /otp|passw|mat-?khau|cvv|cvc|\bpin\b|card|so-?the/i;

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
  return (
    type === "password" ||
    SECRET_AUTOCOMPLETE.test(autocomplete) ||
    SECRET_NAME.test(name) ||
    SECRET_NAME.test(id)
  );
}
