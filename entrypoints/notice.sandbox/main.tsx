import "../../src/ui/parts.css";
import "../../src/extension/pages/frame-notice/frame-notice.css";
import { showFrameNotice } from "../../src/extension/pages/frame-notice/show-frame-notice.tsx";

showFrameNotice();
