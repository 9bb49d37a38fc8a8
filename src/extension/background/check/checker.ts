import { formTold } from "../../../core/awareness/form-told.ts";
import { indexForms } from "../../../core/awareness/search-forms.ts";
import { type CheckedMessage, checkMessage } from "../../../core/check/check-message.ts";
import { type ContactKnowledge, judgeContact } from "../../../core/contact/judge-contact.ts";
import { officialNumbers } from "../../../core/contact/official-numbers.ts";
import { parseAddress } from "../../../core/host/address.ts";
import { createMessageJudge, type MessageJudge } from "../../../core/message/judge-message.ts";
import { type MessageModel, openMessageModel } from "../../../core/message/message-model.ts";
import { createHostJudge, type HostJudge } from "../../../core/verdict/host-judge.ts";
import type { Knowledge } from "../../../core/verdict/judge.ts";
import type { Answers } from "../../messages.ts";
import type { CheckNeeds, Checks } from "./checks.ts";

/** Where the build puts the weights of messages. */
const MESSAGE_MODEL = "/message-model.json";

/** Imported when the first question comes, see createChecks. */
export function createChecker(needs: CheckNeeds): Checks {
  const { knowledgeSource, verdicts, content, pack } = needs;
  const hostJudges = new WeakMap<Knowledge, HostJudge>();
  const messageJudges = new WeakMap<Knowledge, MessageJudge>();
  let model: Promise<MessageModel> | null = null;

  /** Read when the first message is asked about, and no sooner: the background starts again and again. */
  function messageModel(): Promise<MessageModel> {
    model ??= pack
      .read(MESSAGE_MODEL)
      .then((bytes) => openMessageModel(JSON.parse(new TextDecoder().decode(bytes))))
      .catch((error: unknown) => {
        model = null;
        throw error;
      });
    return model;
  }

  async function contactKnowledge(): Promise<ContactKnowledge> {
    const [list, { content: portals }] = await Promise.all([
      content.contacts(),
      content.read("portals"),
    ]);
    return { list, official: officialNumbers(portals.hotlines) };
  }

  /** No page can be looked at, so that a strong resemblance warns by itself, as on the command line. */
  async function onAddress(url: string): Promise<Answers["check"]> {
    const answer = await verdicts.onAddress(url);
    const parsed = parseAddress(url);
    if (!answer.ok || !parsed.ok || answer.verdict.source !== "unknown") {
      return { as: "address", answer };
    }
    const { knowledge } = await knowledgeSource.current();
    const judge = hostJudges.get(knowledge) ?? createHostJudge(knowledge);
    hostJudges.set(knowledge, judge);
    return { as: "address", answer: { ok: true, verdict: judge(parsed.address, url).verdict } };
  }

  /** Without lessons the verdict stands as it is. */
  async function lessonOn({ level, verdict }: CheckedMessage, text: string) {
    if (level !== "block" && level !== "warn") return null;
    try {
      const { forms } = (await content.read("tips")).content;
      const listed = forms.find(({ id }) => id === verdict.form);
      const form = listed ?? formTold(indexForms(forms), text);
      return form === null ? null : { id: form.id, name: form.name, todo: form.todo };
    } catch (error) {
      console.error("Tỉnh Táo", error);
      return null;
    }
  }

  async function onMessage(text: string): Promise<Answers["check"]> {
    const [{ knowledge }, weights, contacts] = await Promise.all([
      knowledgeSource.current(),
      messageModel(),
      contactKnowledge(),
    ]);
    const judge = messageJudges.get(knowledge) ?? createMessageJudge(knowledge, weights);
    messageJudges.set(knowledge, judge);
    const checked = checkMessage(text, judge, contacts);
    return { as: "message", checked, lesson: await lessonOn(checked, text) };
  }

  return async (subject) => {
    if (subject.as === "address") return onAddress(subject.url);
    if (subject.as === "message") return onMessage(subject.text);
    const { as: kind, ...query } = subject;
    const contacts = await contactKnowledge();
    const verdict = judgeContact(
      { kind, ...query } as Parameters<typeof judgeContact>[0],
      contacts,
    );
    const lines = [...contacts.official.values()].filter(({ callsOut }) => callsOut !== true);
    const hotline = lines.find(({ brand }) => brand !== null && brand === verdict.bank) ?? null;
    return { as: "number", verdict, hotline };
  };
}
