import { useEffect } from "preact/hooks";
import { buttonClass } from "../../../../ui/button.tsx";
import { Card } from "../../../../ui/card.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { useText } from "../../../../ui/text-context.ts";
import { useToldText } from "../../../../ui/told-text.ts";
import { failureText } from "../../failure-text.ts";
import { DamageNotice } from "./damage-notice.tsx";
import { FormLinks } from "./form-links.tsx";
import { LEARN_PAGE } from "./learn-links.ts";
import { NewMark } from "./new-mark.tsx";
import type { Told } from "./use-told.ts";

/** This week's tip, this month's theme, this quarter's campaign, and the way to the learn page. */
export function LearnTab({ told }: { told: Told }) {
  const t = useToldText();
  const page = useText();
  const { language } = t;
  const { asked, show, fresh } = told;
  const state = asked?.ok ? asked.answer : null;
  useEffect(() => {
    if (state) {
      show(
        [state.tip, state.theme, state.campaign].flatMap((item) => (item === null ? [] : item.key)),
      );
    }
  }, [show, state]);
  const mark = (key: string) => fresh.has(key) && <NewMark kind="new" />;
  return (
    <div class="stack">
      {asked === null && (
        <p class="soft" role="status">
          {page("general.loading")}
        </p>
      )}
      {asked?.ok === false && <Notice tone="care" title={failureText(page, asked.failure)} live />}
      {state && (
        <>
          <DamageNotice detail={state.damage.tips} />
          {state.tip && (
            <Card title={t("told.tip")} aside={mark(state.tip.key)}>
              <p>{state.tip.item.text[language]}</p>
              <FormLinks forms={state.tip.item.forms} />
            </Card>
          )}
        </>
      )}
      <div class="stack-tight">
        <a class={buttonClass("primary", true)} href={LEARN_PAGE} target="_blank" rel="noreferrer">
          {t("told.learnPage")}
        </a>
        <p class="small soft">{t("told.learnPageText")}</p>
      </div>
      {state && (
        <>
          {state.theme && (
            <Card title={t("told.theme")} aside={mark(state.theme.key)}>
              <p>{state.theme.item.title[language]}</p>
              <p class="small soft">{state.theme.item.occasions[language]}</p>
              <FormLinks forms={state.theme.item.forms} />
            </Card>
          )}
          {state.campaign && (
            <Card title={t("told.campaign")} aside={mark(state.campaign.key)}>
              <p>{state.campaign.item.title[language]}</p>
              <p class="small soft">{state.campaign.item.aim[language]}</p>
            </Card>
          )}
        </>
      )}
    </div>
  );
}
