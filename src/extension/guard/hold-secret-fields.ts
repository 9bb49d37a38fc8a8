const SECRET_AUTOCOMPLETE = /one-time-code|password|cc-/i;
const SECRET_NAME = /otp|passw|mat-?khau|matkhau|cvv|cvc|pin\b|card|so-?the/i;
const HELD_EVENTS = ["beforeinput", "input", "keydown", "keypress", "paste", "drop"];

const XHTML = "http://www.w3.org/1999/xhtml";

const TEXTS = {
  vi: "Tỉnh Táo chưa kiểm tra xong trang này. Ô mật khẩu và mã OTP tạm khóa.",
  en: "Tỉnh Táo has not finished checking this page. Password and code fields are locked for now.",
};

/**
 * Keeps passwords, one-time codes and card numbers from being typed, and says so in a bar at the top.
 *
 * @returns what gives the fields back and takes the bar away
 */
export function holdSecretFields(): () => void {
  for (const type of HELD_EVENTS) addEventListener(type, hold, true);
  const bar = window === window.top ? showBar() : null;
  return () => {
    for (const type of HELD_EVENTS) removeEventListener(type, hold, true);
    bar?.remove();
  };
}

function hold(event: Event): void {
  // Inside a shadow tree the event's target is its host; the path has the field itself.
  if (!event.composedPath().some(isSecret)) return;
  // Keys that type nothing still move on.
  if (event instanceof KeyboardEvent && event.key.length > 1 && event.key !== "Enter") return;
  event.stopImmediatePropagation();
  event.preventDefault();
}

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

function showBar(): Element {
  const host = document.createElementNS(XHTML, "div") as HTMLElement;
  host.style.cssText =
    "all:initial!important;position:fixed!important;inset:0 0 auto!important;z-index:2147483647!important";
  const bar = document.createElementNS(XHTML, "div") as HTMLElement;
  bar.setAttribute("role", "status");
  bar.style.cssText =
    "background:#fff3d6;color:#7a4d00;font:16px/24px system-ui,sans-serif;padding:12px 16px";
  bar.textContent = TEXTS[navigator.language.startsWith("vi") ? "vi" : "en"];
  host.attachShadow({ mode: "closed" }).append(bar);
  document.documentElement.append(host);
  return host;
}
