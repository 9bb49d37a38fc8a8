import { useEffect, useRef, useState } from "preact/hooks";
import type { ReportDraft } from "../../platform/report-drafts.ts";
import { EMPTY_FIELDS, fieldsFrom, type ReportFields } from "./report-fields.ts";
import type { ReportNeeds } from "./report-needs.ts";
import type { ReportPrefill } from "./report-prefill.ts";
import type { Way } from "./way.ts";

/** What a person has written of a report, kept at each change. */
export interface Written {
  fields: ReportFields;
  way: Way;
  /** The province of the settings, with which a report begins. */
  home: ReportFields["province"];
  /** False if nothing more can be kept. */
  hasRoom: boolean;
  /** True while it goes on with what was written the last time. */
  isDraft: boolean;
  change(part: Partial<ReportFields>): void;
  /** Goes on with the same fields by another way. */
  take(way: Way): void;
  /** Settles once everything is kept, or could not be. */
  save(): Promise<void>;
  /** Id and code of the report, the same ones however often it is looked at, changed and tried: the hub keeps it once. */
  ids(): { id: string; code: string | null };
  /** Keeps nothing more of a report that is done. */
  forget(): void;
  /** Begins another report. */
  restart(): void;
}

export function useWritten(
  way: Way,
  prefill: ReportPrefill,
  begun: ReportDraft | null,
  { ask, newId, newCode }: ReportNeeds,
  keep?: (draft: ReportDraft | null) => Promise<boolean>,
): Written {
  const [isDraft, setIsDraft] = useState(begun !== null);
  const [by, setWay] = useState<Way>(begun?.way ?? way);
  const [fields, setFields] = useState<ReportFields>(begun ?? fieldsFrom(prefill));
  const [home, setHome] = useState<ReportFields["province"]>(null);
  const [hasRoom, setHasRoom] = useState(true);
  const ids = useRef(begun?.id ? { id: begun.id, code: begun.code } : null);
  // Nothing is kept of a form that was only looked at.
  const touched = useRef(begun !== null);

  useEffect(() => {
    ask({ type: "report-room" }).then((asked) => {
      if (asked.ok && !asked.answer.room) setHasRoom(false);
    });
  }, [ask]);
  // Where one lives is where most of it happens. It is no writing of his: nothing is kept for it.
  useEffect(() => {
    ask({ type: "settings" }).then((asked) => {
      const home = asked.ok ? asked.answer.settings.province : null;
      if (home === null) return;
      setHome(home);
      if (begun === null) setFields((now) => ({ ...now, province: now.province ?? home }));
    });
  }, [ask, begun]);

  const save = async (written: ReportFields, way: Way) => {
    await keep?.({
      ...written,
      way,
      id: ids.current?.id ?? null,
      code: ids.current?.code ?? null,
    })
      .then((kept) => {
        if (!kept) setHasRoom(false);
      })
      .catch(() => setHasRoom(false));
  };
  return {
    fields,
    way: by,
    home,
    hasRoom,
    isDraft,
    change: (part) => {
      const next = { ...fields, ...part };
      touched.current = true;
      setFields(next);
      void save(next, by);
    },
    take: (next) => {
      setWay(next);
      if (touched.current) void save(fields, next);
    },
    save: () => save(fields, by),
    ids: () => {
      ids.current ??= { id: newId(), code: newCode() };
      return ids.current;
    },
    forget: () => {
      void keep?.(null);
      setIsDraft(false);
    },
    restart: () => {
      ids.current = null;
      touched.current = false;
      setFields({ ...EMPTY_FIELDS, province: home });
      setWay(way);
    },
  };
}
