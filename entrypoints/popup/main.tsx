import "../../src/ui/parts.css";
import "../../src/extension/pages/help/help.css";
import "../../src/extension/pages/report/report.css";
import "../../src/extension/pages/popup/popup.css";
import "../../src/extension/pages/check/check.css";
import { startPopup } from "../../src/extension/pages/popup/start-popup.tsx";

startPopup();
