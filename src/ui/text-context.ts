import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { createText, type Text } from "./text.ts";

/** The language of everything below; see createText. */
export const TextContext = createContext<Text>(createText("vi"));

export function useText(): Text {
  return useContext(TextContext);
}
