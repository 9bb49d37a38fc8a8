import { h } from "preact";
import { useId, useMemo, useState } from "preact/hooks";
import type { ContentArtifact } from "../../../../core/awareness/content-artifacts.ts";
import { listName, type Topic } from "../../../../core/awareness/topic.ts";
import { Button } from "../../../../ui/button.tsx";
import { createChannelText } from "../../../../ui/channels/channel-text.ts";
import { channelTexts } from "../../../../ui/channels/channel-texts.ts";
import { readyTexts } from "../../../../ui/channels/ready-texts.ts";
import { senderOf } from "../../../../ui/channels/sender.ts";
import { Field } from "../../../../ui/field.tsx";
import type { Language } from "../../../../ui/language-of.ts";
import { Notice } from "../../../../ui/notice.tsx";
import { createShareText } from "../../../../ui/share-text.ts";
import { Handout } from "../../../../ui/sheets/handout.ts";
import { Poster } from "../../../../ui/sheets/poster.ts";
import { officialTarget } from "../../../../ui/sheets/sheet.ts";
import { useText } from "../../../../ui/text-context.ts";
import { dayText } from "../../../../ui/time-text.ts";
import { useSettings } from "../../use-settings.ts";
import type { LearnNeeds } from "../learn-needs.ts";
import { routeHash } from "../route.ts";
import { useTold } from "../use-told.ts";
import { Choice } from "./choice.tsx";
import { CopyableText } from "./copyable-text.tsx";
import { SenderFields } from "./sender-fields.tsx";
import { topicGroups } from "./topic-groups.ts";
import { typedUrl } from "./typed-url.ts";

const LANGUAGES = ["vi", "en"] as const;
const SHEETS = { poster: Poster, handout: Handout } as const;

type Sheet = keyof typeof SHEETS;

/** One topic as messages to copy and as sheets to print, for who tells others. The page itself has the title. */
export function ShareView({
  id,
  lessons,
  contacts,
  needs,
}: {
  /** Topic that the address names; null for what is current. */
  id: string | null;
  lessons: ContentArtifact<"tips">;
  contacts: ContentArtifact<"portals">;
  needs: LearnNeeds;
}) {
  const { language } = useText();
  const ids = { texts: useId(), paper: useId(), ready: useId() };
  const s = createShareText(language);
  const { told: alerts } = useTold(needs.ask, "alerts");
  const { inForce } = useSettings(needs);
  const [wanted, setWanted] = useState(id);
  const [spoken, setSpoken] = useState<Language>(language);
  const [sheet, setSheet] = useState<Sheet>("poster");
  const [typed, setTyped] = useState(
    () => needs.senders.read() ?? { agency: null, phone: null, url: "" },
  );
  const [kept, setKept] = useState(true);
  const { groups, week } = useMemo(() => {
    const told = alerts?.ok ? alerts.answer.content.alerts : [];
    // The two artifacts have sources of their own each: those of the lessons are named.
    return topicGroups({ ...contacts, ...lessons, alerts: told }, needs.now());
  }, [lessons, contacts, alerts, needs]);
  const topics = groups.flatMap((group) => group.topics);
  const topic = topics.find((one) => one.id === wanted) ?? topics[0];
  // Until the alerts are told nobody knows which topic is current.
  if (alerts === null || topic === undefined) return null;

  const t = createChannelText(spoken);
  const names = createChannelText(language);
  const agency = typed.agency ?? inForce?.agency ?? "";
  const phone = typed.phone ?? inForce?.agencyPhone ?? "";
  const sender = senderOf(agency, phone);
  const portal = officialTarget(contacts.portals);
  const own = typedUrl(typed.url);
  const url = own ?? portal?.url ?? null;
  const urlOf = own === null ? (portal?.name ?? null) : null;
  const choose = (chosen: string) => {
    setWanted(chosen);
    // No step in the history: the choice is a setting of this view, and the focus stays on it.
    history.replaceState(null, "", routeHash("share", chosen));
  };

  return (
    <>
      <p class="learn-lead">{s("share.lead")}</p>
      {!alerts.ok && <Notice tone="care" title={s("share.noAlerts")} live />}
      <div class="share-choice">
        <Field label={s("share.what")}>
          {(control) => (
            <select
              {...control}
              class="input"
              value={topic.id}
              onChange={(event) => choose(event.currentTarget.value)}
            >
              {groups.map((group) => (
                <TopicOptions
                  key={group.name}
                  name={names(`channel.kind.${group.name}`)}
                  topics={group.topics}
                  language={language}
                />
              ))}
            </select>
          )}
        </Field>
        <Choice
          legend={s("share.language")}
          name="share-language"
          options={LANGUAGES.map((one) => ({ value: one, label: s(`share.${one}`) }))}
          chosen={spoken}
          choose={(one) => setSpoken(one)}
        />
      </div>
      <SenderFields
        s={s}
        typed={typed}
        shown={{ agency, phone }}
        portal={portal?.url ?? null}
        change={(changed) => {
          setTyped(changed);
          setKept(needs.senders.keep(changed));
        }}
      />
      {!kept && <Notice tone="care" title={s("share.notKept")} live />}
      <section class="stack" aria-labelledby={ids.texts}>
        <h2 id={ids.texts}>{s("share.texts")}</h2>
        <div class="share-texts">
          {channelTexts(t, topic, sender).map(({ channel, text, size }) => (
            <CopyableText
              key={channel}
              t={names}
              name={names(`channel.name.${channel}`)}
              size={size}
              text={text}
              language={spoken}
              copy={needs.copy}
            />
          ))}
        </div>
      </section>
      <section class="stack" aria-labelledby={ids.paper}>
        <h2 id={ids.paper}>{s("share.paper")}</h2>
        <div class="row share-print">
          <Choice
            legend={s("share.sheet")}
            name="share-sheet"
            options={(["poster", "handout"] as const).map((one) => ({
              value: one,
              label: names(`channel.name.${one}`),
            }))}
            chosen={sheet}
            choose={(one) => setSheet(one)}
          />
          <Button kind="primary" onClick={needs.print}>
            {s("share.print", { what: names(`channel.name.${sheet}`) })}
          </Button>
        </div>
        <p class="small soft">{s("share.printHint")}</p>
        <p class="hearing-only">{s("share.preview")}</p>
        {/* A picture of the paper: all that is on it stands in the texts above. */}
        <div class="sheet-frame sheet-preview" inert>
          {h(SHEETS[sheet], { t, topic, sender, url, urlOf })}
        </div>
      </section>
      <section class="stack" aria-labelledby={ids.ready}>
        <h2 id={ids.ready}>{s("share.ready")}</h2>
        <p class="soft">{s("share.readyHint")}</p>
        <div class="share-texts">
          {readyTexts(t, lessons.templates, sender, week).map((ready) => (
            <CopyableText
              key={ready.id}
              t={names}
              name={ready.use[language]}
              size={ready.size}
              text={ready.text}
              language={spoken}
              copy={needs.copy}
            />
          ))}
        </div>
      </section>
    </>
  );
}

function TopicOptions({
  name,
  topics,
  language,
}: {
  name: string;
  topics: readonly Topic[];
  language: Language;
}) {
  return (
    <optgroup label={name}>
      {topics.map((topic) => (
        <option key={topic.id} value={topic.id}>
          {topic.kind === "alert" && `${dayText({ language }, topic.date)}: `}
          {listName(topic)[language]}
        </option>
      ))}
    </optgroup>
  );
}
