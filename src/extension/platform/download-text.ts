/** Lets the browser save a text as a JSON file, as if it had come from a server. */
export function downloadText(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  // The browser has taken hold of it by the time that this task ends.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
