// The only file here that imports from src: when something moves there, only these lines change.

export { checkLines, checkMessages } from "../../src/cli/check-lines.ts";
export { readMessageModel } from "../../src/cli/read-message-model.ts";
export { readSnapshotFolder } from "../../src/cli/read-snapshot-folder.ts";
export { contactSchema } from "../../src/core/contact/contact-list.ts";
export { pageModelSchema } from "../../src/core/evidence/page-model.ts";
export { artifactCustomSchema } from "../../src/core/feed/artifacts.ts";
export { snapshotIndexSchema } from "../../src/core/feed/snapshot.ts";
export { brandsSchema } from "../../src/core/lookalike/brands.ts";
export { createMessageJudge } from "../../src/core/message/judge-message.ts";
export { DEFAULT_POLICY, policySchema } from "../../src/core/policy/policy.ts";
export { decisionsSchema } from "../../src/core/report/decisions.ts";
export { receiptSchema, reportSchema } from "../../src/core/report/report.ts";
export { settingsSchema } from "../../src/core/settings/settings.ts";
export { isCategoryOn, openKnowledge } from "../../src/core/verdict/knowledge.ts";
export { baseRules } from "../../src/extension/background/enforcement/rule-set.ts";
export { manifestFor } from "../../src/extension/manifest.ts";
export { requestSchema } from "../../src/extension/messages.ts";
export { pageFactsSchema } from "../../src/extension/page-facts-schema.ts";
