import "../../src/ui/parts.css";
import "../../src/extension/pages/help/help.css";
import "../../src/extension/pages/report/report.css";
import "../../src/extension/pages/check/check.css";
import { startCheckPage } from "../../src/extension/pages/check/start-check-page.tsx";

startCheckPage();
