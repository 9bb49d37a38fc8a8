import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../../../ui/button.tsx";
import { Card } from "../../../../ui/card.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { useToldText } from "../../../../ui/told-text.ts";
import type { AwarenessState, ToldAlert } from "../../../messages.ts";
import { placeText } from "./place-text.ts";
import type { Told } from "./use-told.ts";

/** Below the verdict: the newest alert of my place and sector, and this week's tip where there is room for it. */
export function News({ told, openAlert }: { told: Told; openAlert(id: string): void }) {
  if (told.asked?.ok !== true || told.asked.answer.off) return null;
  const state = told.asked.answer;
  const [alert] = [...state.alerts].sort(
    (a, b) => Number(told.fresh.has(b.key)) - Number(told.fresh.has(a.key)),
  );
  return (
    <>
      {alert && <Newest alert={alert} state={state} told={told} open={openAlert} />}
      {state.weekly && state.tip && <Tip tip={state.tip} show={told.show} />}
    </>
  );
}

function Newest({
  alert: { key, item },
  state,
  told: { fresh, unseen },
  open,
}: {
  alert: ToldAlert;
  state: AwarenessState;
  told: Told;
  open(id: string): void;
}) {
  const t = useToldText();
  const { language } = t;
  const isNew = fresh.has(key);
  const place = placeText(t, state.place);
  if (item.severity === "urgent" && isNew) {
    return (
      <Notice tone="care" title={`${t("told.urgentAlert")}: ${item.title[language]}`}>
        <p>{item.body[language]}</p>
        <Button onClick={() => open(item.id)}>{t("told.see")}</Button>
      </Notice>
    );
  }
  return (
    <Card
      title={t(isNew ? "told.newAlert" : "told.currentAlert")}
      aside={
        <span class="small soft numbers">
          {unseen > 0 ? t("told.placeCount", { place, count: unseen }) : place}
        </span>
      }
    >
      <Button kind="quiet" onClick={() => open(item.id)}>
        {item.title[language]}
      </Button>
    </Card>
  );
}

function Tip({ tip, show }: { tip: NonNullable<AwarenessState["tip"]>; show: Told["show"] }) {
  const t = useToldText();
  const card = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(true);
  // Before it is painted: what would have to be scrolled to is left out, it stands in its own tab too.
  useLayoutEffect(() => {
    const content = card.current?.closest("main");
    // In a low popup all of it scrolls.
    const scrolls = [content, content?.parentElement].some(
      (part) => part && part.scrollHeight > part.clientHeight,
    );
    if (scrolls) setRoom(false);
  }, []);
  useEffect(() => {
    if (room) show([tip.key]);
  }, [room, show, tip.key]);
  if (!room) return null;
  return (
    <div ref={card}>
      <Card title={t("told.tip")}>
        <p>{tip.item.text[t.language]}</p>
      </Card>
    </div>
  );
}
