import { LineDrawing } from "../../../ui/line-drawing.tsx";
import type { Standing } from "./standing.ts";

type Shape = "full" | "half" | "ring" | "cross" | "triangle" | "dots";

const SIGN: Record<Standing, { shape: Shape; tone: "accent" | "care" | "soft" }> = {
  fresh: { shape: "full", tone: "accent" },
  stale: { shape: "half", tone: "care" },
  expired: { shape: "ring", tone: "care" },
  none: { shape: "cross", tone: "care" },
  problem: { shape: "triangle", tone: "care" },
  unenforced: { shape: "triangle", tone: "care" },
  unreachable: { shape: "cross", tone: "care" },
  loading: { shape: "dots", tone: "soft" },
};

/** The dot in the header: a shape for each standing, so that colour is never the only sign. */
export function StandingSign({ standing }: { standing: Standing }) {
  const { shape, tone } = SIGN[standing];
  return (
    <LineDrawing class={`sign sign-${tone}`} data-shape={shape} size={1} grid={16}>
      {DRAWINGS[shape]}
    </LineDrawing>
  );
}

const DRAWINGS: Record<Shape, preact.ComponentChildren> = {
  full: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  half: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 2a6 6 0 0 0 0 12Z" fill="currentColor" stroke="none" />
    </>
  ),
  ring: <circle cx="8" cy="8" r="6" />,
  cross: <path d="m3 3 10 10M13 3 3 13" />,
  triangle: <path d="M8 2.5 14.5 13.500h-13Z" fill="currentColor" />,
  dots: <circle cx="8" cy="8" r="6" stroke-dasharray="1 4" />,
};
