import "../../src/ui/parts.css";
import "../../src/extension/pages/frame-notice/frame-notice.css";
import { startFrameNotice } from "../../src/extension/pages/frame-notice/start-frame-notice.tsx";

void startFrameNotice();
