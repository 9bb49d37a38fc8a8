import "../../src/ui/parts.css";
import "../../src/extension/pages/settings/settings.css";
import "../../src/extension/pages/welcome/welcome.css";
import { startWelcomePage } from "../../src/extension/pages/welcome/start-welcome-page.tsx";

startWelcomePage();
