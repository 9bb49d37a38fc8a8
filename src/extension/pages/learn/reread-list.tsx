import type { Form } from "../../../core/awareness/form.ts";
import { Notice } from "../../../ui/notice.tsx";
import { routeHash } from "./route.ts";
import { useLearnText } from "./use-learn-text.ts";

/** At the end: which lessons are worth another look, if any. */
export function RereadList({ forms }: { forms: readonly Form[] }) {
  const l = useLearnText();
  return (
    <Notice tone="verified" title={l("exercise.thanks")}>
      {forms.length > 0 && (
        <>
          <p>{l("exercise.reread")}</p>
          <ul>
            {forms.map(({ id, name }) => (
              <li key={id}>
                <a href={routeHash("form", id)}>{name[l.language]}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
