import { LONGEST_AGENCY, LONGEST_PHONE } from "../../../../ui/channels/sender.ts";
import { Field } from "../../../../ui/field.tsx";
import type { ShareText } from "../../../../ui/share-text.ts";
import { hostToCompare } from "../../../../ui/sheets/sheet.ts";
import { useText } from "../../../../ui/text-context.ts";
import type { TypedSender } from "../../../platform/sender-memory.ts";
import { typedUrl } from "./typed-url.ts";

/** Name, number and address of who tells it. All may stay empty. */
export function SenderFields({
  s,
  typed,
  shown,
  portal,
  change,
}: {
  s: ShareText;
  typed: TypedSender;
  /** What stands in the fields: what was typed, else what the agency's policy says. */
  shown: { agency: string; phone: string };
  /** Where the code leads if no address is typed. */
  portal: string | null;
  change(typed: TypedSender): void;
}) {
  const t = useText();
  const note = t("general.optional");
  const host = portal === null ? t("general.none") : hostToCompare(portal).join("");
  const isWrong = typed.url.trim() !== "" && typedUrl(typed.url) === null;
  return (
    <fieldset class="share-set">
      <legend>{s("share.sender")}</legend>
      <div class="share-choice">
        <Field label={s("share.agency")} note={note}>
          {(control) => (
            <input
              {...control}
              class="input"
              autocomplete="organization"
              maxLength={LONGEST_AGENCY}
              value={shown.agency}
              onInput={(event) => change({ ...typed, agency: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={s("share.phone")} note={note} hint={s("share.phoneHint")}>
          {(control) => (
            <input
              {...control}
              class="input"
              type="tel"
              autocomplete="tel"
              maxLength={LONGEST_PHONE}
              value={shown.phone}
              onInput={(event) => change({ ...typed, phone: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field
          label={s("share.url")}
          note={note}
          hint={s("share.urlHint", { host })}
          problem={isWrong ? s("share.urlWrong", { host }) : null}
        >
          {(control) => (
            <input
              {...control}
              class="input"
              inputMode="url"
              autocomplete="url"
              maxLength={300}
              value={typed.url}
              onInput={(event) => change({ ...typed, url: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
    </fieldset>
  );
}
