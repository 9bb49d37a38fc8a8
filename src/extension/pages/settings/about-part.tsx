import { useEffect, useState } from "preact/hooks";
import { Notice } from "../../../ui/notice.tsx";
import { librariesSchema } from "../../shipped-library.ts";
import { useSettingsText } from "../use-settings-text.ts";
import { type ListSource, listSources } from "./list-sources.ts";
import type { SettingsNeeds } from "./settings-needs.ts";

/** The extension's own licence, and sources and licences of all that ships in its package. */
export function AboutPart({ version, needs }: { version: string | null; needs: SettingsNeeds }) {
  const s = useSettingsText();
  const licence = usePackaged(needs, "/LICENSE.txt");
  const sources = usePackaged(needs, "/snapshot/SOURCES.md");
  const libraries = usePackaged(needs, "/licences.json");
  return (
    <>
      {version !== null && <p>{s("settings.about.version", { version })}</p>}
      <p>{s("settings.about.licence")}</p>
      <Raw title={s("settings.about.licenceText")} text={licence} />
      <h3>{s("settings.about.lists")}</h3>
      {typeof sources === "string" && <Sources of={listSources(sources)} />}
      <Raw title={s("settings.about.listsText")} text={sources} />
      <h3>{s("settings.about.libraries")}</h3>
      <Libraries text={libraries} />
    </>
  );
}

/** A text of the package; null while it is read, undefined if it can't be. */
function usePackaged({ packaged }: SettingsNeeds, path: string): string | null | undefined {
  const [text, setText] = useState<string | null | undefined>(null);
  useEffect(() => {
    packaged(path).then(setText, (error: unknown) => {
      console.error("Tỉnh Táo", error);
      setText(undefined);
    });
  }, [packaged, path]);
  return text;
}

function Raw({ title, text }: { title: string; text: string | null | undefined }) {
  const s = useSettingsText();
  if (text === null) return null;
  if (text === undefined) return <Notice tone="care" title={s("settings.about.failed")} />;
  return <Opening title={title} text={text} />;
}

/** A long text that is there once it is asked for. */
function Opening({ title, text }: { title: string; text: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open && <pre class="raw">{text}</pre>}
    </details>
  );
}

function Sources({ of }: { of: readonly ListSource[] }) {
  return (
    <ul>
      {of.map(({ name, licence, url }) => (
        <li key={name}>
          <a href={url} target="_blank" rel="noreferrer">
            {name}
          </a>{" "}
          <span class="soft">({licence})</span>
        </li>
      ))}
    </ul>
  );
}

function Libraries({ text }: { text: string | null | undefined }) {
  const s = useSettingsText();
  if (text === null) return null;
  const parsed = text === undefined ? null : librariesSchema.safeParse(JSON.parse(text));
  if (!parsed?.success) return <Notice tone="care" title={s("settings.about.failed")} />;
  return (
    <div>
      {parsed.data.map(({ name, version, licence, text: words }) => (
        <Opening
          key={name}
          title={`${[name, version].filter(Boolean).join(" ")} (${licence})`}
          text={words}
        />
      ))}
    </div>
  );
}
