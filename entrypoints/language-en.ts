import { setChosenLanguage } from "../src/extension/guard/chosen-language.ts";

export const main = () => setChosenLanguage("en");
export default { main };
