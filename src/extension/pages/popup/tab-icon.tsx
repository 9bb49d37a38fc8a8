import { LineDrawing } from "../../../ui/line-drawing.tsx";
export type TabName = keyof typeof ICONS;

/** Line icons of the tab bar, drawn for this project on a grid of 24. */
export function TabIcon({ name }: { name: TabName }) {
  return (
    <LineDrawing size={1.5} grid={24} width={1.75}>
      {ICONS[name]}
    </LineDrawing>
  );
}

const ICONS = {
  /* A page with its address bar. */
  site: <path d="M4 5.5h16v13H4zM4 9.500h16M6.5 7.500h.01M9 7.500h.01" />,
  /* A bell. */
  alerts: (
    <path d="M6.500 16.500V11a5.500 5.500 0 0 1 11 0v5.500l1.500 1.500H5ZM10 20.500h4M12 5.500v-2" />
  ),
  /* A magnifying glass. */
  check: (
    <>
      <circle cx="10.5" cy="10.5" r="6" />
      <path d="m15 15 5 5" />
    </>
  ),
  /* A flag. */
  report: <path d="M6 20.500V4M6 4.500h11.500l-2.5 4 2.5 4H6" />,
  /* An open book. */
  learn: (
    <path d="M12 7c-1.500-1.500-3.800-2-8-2v13c4.200 0 6.500.5 8 2 1.500-1.500 3.800-2 8-2V5c-4.200 0-6.500.5-8 2ZM12 7v13" />
  ),
};
