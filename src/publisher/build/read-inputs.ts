import type { Content } from "../../core/awareness/content.ts";
import type { Contact } from "../../core/contact/contact-list.ts";
import type { PageModel } from "../../core/evidence/page-model.ts";
import type { Brand } from "../../core/lookalike/brands.ts";
import type { Decisions } from "../../core/report/decisions.ts";
import { DEFAULT_FILES } from "../../node/default-files.ts";
import { readChecks } from "../../node/entry-checks/read-checks.ts";
import { type Reviewed, readReviewed } from "../../node/entry-checks/reviewed-file.ts";
import { readContactsFiles } from "../contacts-file.ts";
import { readPublishedContent } from "../content-folder.ts";
import { readDecisionsFile } from "../decisions-file.ts";
import { readModelFile } from "../model-file.ts";
import { grouped, type Progress } from "../progress.ts";
import { createBrandNames } from "../sources/brand-names.ts";
import { type Collected, collect } from "../sources/collect.ts";
import { readSourcesFile, type SourcesFile } from "../sources/sources-file.ts";

/** The files that a build reads. Paths. */
export interface InputFiles {
  sources: string;
  brands: string;
  /** Weights of evidence in pages. */
  model: string;
  /** Folder of what people are told. */
  content: string;
  /** Lists of popular hosts besides the well-known ones that ship. */
  popular: readonly string[];
  /** Lists of shared hosts besides the one that ships. */
  shared: readonly string[];
  /** Exclusions besides the one that the sources file names. */
  exclude: readonly string[];
  /** Reviewed phone numbers and accounts of scammers besides those that ship; null to leave what is published as it is. */
  contacts: readonly string[] | null;
  /** What became of people's reports, in place of the file that the sources file names. */
  decisions?: string | undefined;
}

export interface Inputs {
  file: SourcesFile;
  brands: Brand[];
  model: PageModel;
  content: Content;
  /** Null: nothing is said of reports, and what is published stays. */
  decisions: Decisions | null;
  /**
   * Reads and checks the sources, and the contacts: null if no file of them was given.
   *
   * @param options.today days since 1970-01-01
   * @param options.maxMalformed largest share of malformed lines in a source (0 to 1)
   */
  collect(options: {
    today: number;
    maxMalformed: number;
    progress: Progress;
  }): Promise<Collected & { contacts: Contact[] | null }>;
}

/** @throws OperatorError that names the file and the place in it */
export async function readInputs(files: InputFiles, progress: Progress): Promise<Inputs> {
  const stage = progress.stage("read the lists of what may never enter");
  const file = await readSourcesFile(files.sources);
  const model = await readModelFile(files.model);
  const content = await readPublishedContent(files.content);
  const decisionsFile = files.decisions ?? file.decisions;
  const decisions = decisionsFile === undefined ? null : await readDecisionsFile(decisionsFile);
  const { check, brands, shared, popular } = await readChecks(files);
  const excludeFiles = [...(file.exclude === undefined ? [] : [file.exclude]), ...files.exclude];
  const exclude = new Map<string, Reviewed>();
  for (const path of excludeFiles) {
    for (const [name, reviewed] of await readReviewed(path)) exclude.set(name, reviewed);
  }
  const admit = new Map<string, ReadonlyMap<string, Reviewed>>();
  for (const { id, admit: path } of file.sources) {
    if (path !== undefined) admit.set(id, await readReviewed(path));
  }
  stage.done(
    `${grouped(brands.all.length)} brands, ${grouped(popular.size)} popular and ${grouped(shared.hosts.size)} shared hosts, ${grouped(exclude.size)} exclusions`,
  );
  const brandNamed = createBrandNames(brands);
  return {
    file,
    brands: [...brands.all],
    model,
    content,
    decisions,
    async collect(options) {
      const needs = { ...options, check, exclude, admit, brandNamed };
      const collected = await collect(file.sources, needs);
      if (files.contacts === null) return { ...collected, contacts: null };
      const reviewed = [DEFAULT_FILES.contacts, ...files.contacts];
      const { contacts, violations } = await readContactsFiles(reviewed, {
        content,
        brandNamed,
        today: options.today,
      });
      return { ...collected, contacts, violations: [...collected.violations, ...violations] };
    },
  };
}
