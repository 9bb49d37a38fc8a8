import { formName } from "../../../../ui/form-name.ts";
import { useToldText } from "../../../../ui/told-text.ts";
import { learnAbout } from "./learn-links.ts";

/** The ways to the lessons on forms of scam; one that this version does not know is left out. */
export function FormLinks({ forms }: { forms: readonly string[] }) {
  const t = useToldText();
  return forms.map((form) => {
    const name = formName(t.language, form);
    return (
      name !== null && (
        <a key={form} class="link-line" href={learnAbout(form)} target="_blank" rel="noreferrer">
          {t("told.about", { form: name })}
        </a>
      )
    );
  });
}
