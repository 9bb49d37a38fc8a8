import { AUDIENCES, SECTORS } from "../../core/awareness/scope.ts";
import { PROVINCES } from "../../core/settings/province.ts";
import { DEFAULT_FILES } from "../../node/default-files.ts";
import { onDisk } from "../../node/operator-error.ts";
import { LONGEST_AGENCY, LONGEST_PHONE, senderOf } from "../../ui/channels/sender.ts";
import { CHANNELS_FILE, makeChannels } from "../channels/make-channels.ts";
import { channelContentOfFeed, channelContentOfFolder } from "../channels/read-channel-content.ts";
import { type Command, readArguments, required, usage } from "../command-line.ts";
import { grouped } from "../progress.ts";
import { replaceFolder } from "../replace-folder.ts";

const PROVINCE_NAMES = PROVINCES.map(({ id }) => id);

export const channels: Command = {
  name: "channels",
  summary: "write alerts and lessons for web sites, print, SMS, Zalo, e-mail and loudspeakers",
  help: `feed channels --out DIR [--content DIR | --feed DIR] [--agency NAME] [--phone NUMBER] [--url BASE] [--date DAY] [--all]
              [--province NAME] [--sector NAME] [--audience NAME]…

Writes what an agency publishes on a day, all from the same alerts and lessons: an Atom feed, a JSON Feed, a widget for web
sites, and for each alert, form of scam, tip and campaign a poster (HTML to print, SVG), a handout, an SMS, a message for
Zalo, an e-mail and a loudspeaker script; besides, general SMS and this week's bulletins. DIR/index.html is the overview for
the editor; English lies in DIR/en; docs/channels.md tells a webmaster how to use it all.
The same content gives the same files. DIR is replaced whole; it must be new, empty, or made by this command.

  --out DIR        folder to write
  --content DIR    folder of the content; the one that ships unless given
  --feed DIR       take the content of this published feed instead, verified as a browser does
  --root FILE      the root to trust; the oldest in the feed's folder unless given
  --agency NAME    name of the agency that tells it, ${LONGEST_AGENCY} characters at most
  --phone NUMBER   telephone number for questions; else posters leave room to write it by hand
  --url BASE       where DIR will be published: QR codes and links lead there, and without it there are none
  --date DAY       publish the alerts in force on this day, YYYY-MM-DD; today in Viet Nam unless given
  --province NAME  publish what is for this province alone, too: "thanh-hoa"
  --sector NAME    publish what is for this sector, and no other's: ${SECTORS.join(", ")}
  --audience NAME  leave out what is for other groups; may be given again: ${AUDIENCES.join(", ")}
  --all            publish alerts that are over too, marked as such
  --json           one JSON object with what was written`,
  async run(args, needs) {
    const { values } = readArguments("channels", args, {
      out: { type: "string" },
      content: { type: "string" },
      feed: { type: "string" },
      root: { type: "string" },
      agency: { type: "string", default: "" },
      phone: { type: "string", default: "" },
      url: { type: "string" },
      date: { type: "string" },
      province: { type: "string" },
      sector: { type: "string" },
      audience: { type: "string", multiple: true, default: [] },
      all: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    });
    const out = required("channels", "out", values.out);
    const { feed, root, agency, phone, date } = values;
    if (feed !== undefined && values.content !== undefined) {
      throw usage("channels", "--content and --feed exclude each other");
    }
    if (agency.trim().length > LONGEST_AGENCY) {
      throw usage("channels", `--agency takes ${LONGEST_AGENCY} characters at most`);
    }
    if (!/^\+?[\d .()-]*$/.test(phone.trim()) || phone.trim().length > LONGEST_PHONE) {
      throw usage("channels", `--phone takes a telephone number, not "${phone}"`);
    }
    const base = values.url === undefined ? null : baseOf(values.url);
    if (date !== undefined && !isDay(date)) {
      throw usage("channels", `--date takes a day as YYYY-MM-DD, not "${date}"`);
    }
    const readers = {
      province: oneOf("province", PROVINCE_NAMES, values.province),
      sector: oneOf("sector", SECTORS, values.sector),
      audience: values.audience.flatMap((name) => oneOf("audience", AUDIENCES, name) ?? []),
    };

    const source = feed ?? values.content ?? DEFAULT_FILES.content;
    const content =
      feed === undefined
        ? await channelContentOfFolder(source)
        : await channelContentOfFeed(feed, root, needs.now());
    const made = await makeChannels({
      content,
      sender: senderOf(agency, phone),
      base,
      now: date === undefined ? needs.now() : Date.parse(`${date}T12:00:00+07:00`),
      readers,
      withPast: values.all,
    });
    await onDisk(out, () =>
      replaceFolder(out, made.files, { marker: CHANNELS_FILE, kind: "folder of channels" }),
    );
    const all = made.languages.flatMap(({ topics }) => topics);
    const longestSms = Math.max(...all.map(({ smsLength }) => smsLength));
    const seconds = all.map((topic) => topic.seconds);
    const [shortest, longest] = [Math.min(...seconds), Math.max(...seconds)];
    if (values.json) {
      needs.print(
        JSON.stringify({
          out,
          date: made.date,
          url: base,
          alerts: made.alerts,
          past: made.past,
          topics: made.topics,
          files: made.files.size,
          languages: made.languages.map(({ language }) => language),
          longestSms,
          loudspeakerSeconds: { shortest, longest },
        }),
      );
      return 0;
    }
    needs.print(`${out}/index.html  overview for the editor`);
    const past = made.past === 0 ? "" : `, ${grouped(made.past)} that are over`;
    const lessons = made.topics - made.alerts - made.past;
    needs.print(
      `${grouped(made.alerts)} alerts in force on ${made.date}${past} and ${grouped(lessons)} lessons in 2 languages, ${grouped(made.files.size)} files`,
    );
    needs.print(
      `longest SMS ${longestSms} of 160 characters, loudspeaker scripts ${shortest} to ${longest} seconds`,
    );
    if (base === null) {
      needs.print(
        "no QR codes on posters and handouts, no links in widget and feeds: --url was not given",
      );
    }
    return 0;
  },
};

function baseOf(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== "" || url.hash !== "") {
    throw usage("channels", `--url takes a web address, not "${given}"`);
  }
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}

/** @throws OperatorError that lists the names, if this is none of them */
function oneOf<T extends string>(
  option: string,
  names: readonly T[],
  given: string | undefined,
): T | null {
  if (given === undefined) return null;
  const found = names.find((name) => name === given);
  if (found === undefined) {
    throw usage("channels", `--${option} takes one of ${names.join(", ")}, not "${given}"`);
  }
  return found;
}

function isDay(given: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(Date.parse(given));
}
