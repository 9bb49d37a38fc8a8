import { TOP_LEVEL_ROLES, type TopLevelRole } from "../core/feed/role-name.ts";
import { usage, wholeNumber } from "./command-line.ts";

/**
 * Reads "timestamp=7,targets=90".
 *
 * @returns days by role
 * @throws OperatorError (exit status 2)
 */
export function readDays(command: string, text: string): Partial<Record<TopLevelRole, number>> {
  const days: Partial<Record<TopLevelRole, number>> = {};
  for (const part of text.split(",")) {
    const [name = "", value = ""] = part.split("=");
    const role = TOP_LEVEL_ROLES.find((known) => known === name.trim());
    if (role === undefined) {
      throw usage(
        command,
        `--expires takes role=days of ${TOP_LEVEL_ROLES.join(", ")}, not "${part}"`,
      );
    }
    days[role] = wholeNumber(command, `expires ${role}`, value.trim(), 1, 3650);
  }
  return days;
}
