import { Transform } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { stripVTControlCharacters } from "node:util";

/**
 * Turns a program's output into what stays on a terminal, for logs: no colours, and of a line that a spinner writes
 * over again and again only the last state.
 *
 * @returns {Transform}
 */
export function plainLines() {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  return new Transform({
    transform(chunk, _encoding, done) {
      const lines = (rest + decoder.write(chunk)).split("\n");
      rest = lines.pop() ?? "";
      done(null, lines.map((line) => `${plain(line)}\n`).join(""));
    },
    flush(done) {
      rest += decoder.end();
      done(null, rest === "" ? "" : `${plain(rest)}\n`);
    },
  });
}

/** @param {string} line */
function plain(line) {
  const shown = stripVTControlCharacters(line).replace(/\r+$/, "");
  return shown.slice(shown.lastIndexOf("\r") + 1);
}
