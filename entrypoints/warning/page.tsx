import "../../src/ui/parts.css";
import "../../src/extension/pages/help/help.css";
import "../../src/extension/pages/report/report.css";
import "../../src/extension/pages/warning/warning.css";
import { startWarningPage } from "../../src/extension/pages/warning/start-warning-page.tsx";

void startWarningPage();
