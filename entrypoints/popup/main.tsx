import "../../src/ui/parts.css";
import "../../src/extension/pages/popup/popup.css";
import { startPopup } from "../../src/extension/pages/popup/start-popup.tsx";

startPopup();
