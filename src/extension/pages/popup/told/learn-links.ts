/** Address of the learn page within the extension. */
export const LEARN_PAGE = "/learn.html";

/** Address of its page on one form of scam. */
export function learnAbout(form: string): string {
  return `${LEARN_PAGE}#/form/${form}`;
}
