import "../../src/ui/parts.css";
import "../../src/extension/pages/learn/learn.css";
import "../../src/extension/pages/learn/print.css";
import { startLearnPage } from "../../src/extension/pages/learn/start-learn-page.tsx";

void startLearnPage();
