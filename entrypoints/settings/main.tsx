import "../../src/ui/parts.css";
import "../../src/extension/pages/settings/settings.css";
import { startSettingsPage } from "../../src/extension/pages/settings/start-settings-page.tsx";

startSettingsPage();
