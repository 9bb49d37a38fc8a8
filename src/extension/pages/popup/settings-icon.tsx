import { LineDrawing } from "../../../ui/line-drawing.tsx";
/** Two sliders, drawn for this project on a grid of 24. */
export function SettingsIcon() {
  return (
    <LineDrawing size={1.25} grid={24}>
      <path d="M4 8h7M17 8h3M4 16h3M13 16h7" />
      <circle cx="14" cy="8" r="2.5" />
      <circle cx="10" cy="16" r="2.5" />
    </LineDrawing>
  );
}
