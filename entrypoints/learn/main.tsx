import "../../src/ui/parts.css";
import "../../src/ui/sheets/sheets.css";
import "../../src/extension/pages/learn/learn.css";
import "../../src/extension/pages/learn/print.css";
import "../../src/extension/pages/learn/share/share.css";
import { startLearnPage } from "../../src/extension/pages/learn/start-learn-page.tsx";

void startLearnPage();
