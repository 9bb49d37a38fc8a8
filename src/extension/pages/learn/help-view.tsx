import { useRef } from "preact/hooks";
import type { Hotline, Portal } from "../../../core/awareness/contact-points.ts";
import type { ContentArtifact } from "../../../core/awareness/content-artifacts.ts";
import { Button } from "../../../ui/button.tsx";
import { useText } from "../../../ui/text-context.ts";
import { dayText } from "../../../ui/time-text.ts";
import type { LearnNeeds } from "./learn-needs.ts";
import { LOSSES } from "./losses.ts";
import { ReadAloud } from "./read-aloud.tsx";
import { useLearnText } from "./use-learn-text.ts";

/** What to do after a scam: the bank first, then step by step, then where to report. */
export function HelpView({
  contacts,
  needs,
}: {
  contacts: ContentArtifact<"portals">;
  needs: LearnNeeds;
}) {
  const t = useText();
  const l = useLearnText();
  const dialled = contacts.hotlines.filter(({ callsOut }) => callsOut !== true);
  const banks = dialled.filter(({ id }) => id.startsWith("bank-"));
  const lines = dialled.filter(({ id }) => !id.startsWith("bank-"));
  const whole = useRef<HTMLDivElement>(null);
  return (
    <div class="stack reading" ref={whole}>
      <h1 tabIndex={-1} data-said>
        {l("help.pageTitle")}
      </h1>
      <section class="help-bank stack-tight">
        <h2 data-said>{l("help.bankFirst")}</h2>
        <p data-said>{l("help.bankSay")}</p>
        <p class="hotline" data-said>
          {t("help.bank")}
        </p>
        <dl class="lines">
          {banks.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </dl>
        <p class="small soft">{l("help.bankNote")}</p>
      </section>
      <div class="row lesson-ways">
        <ReadAloud of={whole} speech={needs.speech} />
        <Button onClick={needs.print}>{l("lesson.print")}</Button>
      </div>
      <section class="stack-tight">
        <h2 data-said>{l("help.steps")}</h2>
        <ol class="help-steps">
          {contacts.firstAidSteps.map(({ id, title, text }) => (
            <li key={id} data-said>
              <strong>{title[l.language]}</strong> {text[l.language]}
            </li>
          ))}
        </ol>
        <p class="no-fee" data-said>
          {t("help.noFee")}
        </p>
      </section>
      <section class="stack-tight">
        <h2>{l("help.lost")}</h2>
        <dl class="terms">
          {LOSSES.map((loss) =>
            contacts.firstAidActions
              .filter(({ id }) => id === loss)
              .map(({ text }) => (
                <div key={loss} class="term">
                  <dt>{l(`lost.${loss}`)}</dt>
                  <dd>{text[l.language]}</dd>
                </div>
              )),
          )}
        </dl>
      </section>
      <section class="stack-tight">
        <h2>{l("help.where")}</h2>
        {contacts.portals.map((portal) => (
          <PortalCard key={portal.id} portal={portal} />
        ))}
      </section>
      <section class="stack-tight">
        <h2>{l("help.lines")}</h2>
        <dl class="lines">
          {lines.map((line) => (
            <Line key={line.id} line={line} purpose />
          ))}
        </dl>
      </section>
    </div>
  );
}

function PortalCard({ portal }: { portal: Portal }) {
  const l = useLearnText();
  const { name, url, reach, purpose, steps } = portal;
  return (
    <article class="card">
      <h3>{name[l.language]}</h3>
      <p>{purpose[l.language]}</p>
      <p class="soft">
        {url === null ? (
          reach[l.language]
        ) : (
          <a href={url} target="_blank" rel="noreferrer">
            {reach[l.language]}
          </a>
        )}
      </p>
      {steps.length > 0 && (
        <ol class="stack-tight">
          {steps.map((step) => (
            <li key={step.vi}>{step[l.language]}</li>
          ))}
        </ol>
      )}
      <Confirmed contact={portal} />
    </article>
  );
}

function Line({ line, purpose = false }: { line: Hotline; purpose?: boolean }) {
  const l = useLearnText();
  return (
    <div class="line">
      <dt>{line.name[l.language]}</dt>
      <dd class="line-number numbers">{line.number}</dd>
      <dd class="small">
        {purpose && <p>{line.purpose[l.language]}</p>}
        <Confirmed contact={line} />
      </dd>
    </div>
  );
}

/** When it was last seen to be so; over a year ago it says that nobody has confirmed it since. */
function Confirmed({ contact }: { contact: Portal | Hotline }) {
  const t = useText();
  const l = useLearnText();
  const { lastConfirmed, notConfirmedSince } = contact;
  if (lastConfirmed === null) return <p class="small soft">{l("help.undated")}</p>;
  const date = dayText(t, lastConfirmed);
  return (
    <p class="small soft">
      {notConfirmedSince === null
        ? l("help.confirmed", { date })
        : l("help.notConfirmed", { date })}
    </p>
  );
}
