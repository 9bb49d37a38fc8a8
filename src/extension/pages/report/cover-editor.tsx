import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../../ui/button.tsx";
import { boxAround, boxBetween, type CoverBox, moved, pixelsOf, STEP, sized } from "./cover-box.ts";
import { useReportText } from "./use-report-text.ts";

interface Point {
  x: number;
  y: number;
}

/** What a pointer is doing: drawing a box from a point, or dragging one. */
type Gesture = { from: Point; drags: number | null; last: Point };

const TOOLS = [
  { key: "shot.left", sign: "←", change: (box: CoverBox) => moved(box, -STEP, 0) },
  { key: "shot.up", sign: "↑", change: (box: CoverBox) => moved(box, 0, -STEP) },
  { key: "shot.down", sign: "↓", change: (box: CoverBox) => moved(box, 0, STEP) },
  { key: "shot.right", sign: "→", change: (box: CoverBox) => moved(box, STEP, 0) },
  { key: "shot.wider", sign: null, change: (box: CoverBox) => sized(box, STEP, 0) },
  { key: "shot.narrower", sign: null, change: (box: CoverBox) => sized(box, -STEP, 0) },
  { key: "shot.taller", sign: null, change: (box: CoverBox) => sized(box, 0, STEP) },
  { key: "shot.lower", sign: null, change: (box: CoverBox) => sized(box, 0, -STEP) },
] as const;

/** Black boxes over a picture: drawn, moved and sized with a pointer, with keys, or with buttons alone. */
export function CoverEditor({
  picture,
  use,
  cancel,
}: {
  picture: HTMLImageElement;
  use(boxes: readonly CoverBox[]): Promise<void>;
  cancel(): void;
}) {
  const r = useReportText();
  const [boxes, setBoxes] = useState<readonly CoverBox[]>([]);
  const [chosen, setChosen] = useState<number | null>(null);
  const [drawing, setDrawing] = useState<CoverBox | null>(null);
  const [zoomed, setZoomed] = useState(false);
  const [working, setWorking] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const gesture = useRef<Gesture | null>(null);
  const focusNext = useRef<number | null>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  useLayoutEffect(() => {
    if (focusNext.current === null) return;
    stage.current?.querySelectorAll<HTMLElement>("button")[focusNext.current]?.focus();
    focusNext.current = null;
  });

  const add = (box: CoverBox) => {
    focusNext.current = boxes.length;
    setChosen(boxes.length);
    setBoxes([...boxes, box]);
  };
  const put = (i: number, box: CoverBox) => setBoxes(boxes.map((old, j) => (i === j ? box : old)));
  const remove = (i: number) => {
    const left = boxes.filter((_, j) => i !== j);
    setBoxes(left);
    setChosen(left.length === 0 ? null : Math.min(i, left.length - 1));
    if (left.length > 0) focusNext.current = Math.min(i, left.length - 1);
    else title.current?.focus();
  };

  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const frame = stage.current?.getBoundingClientRect();
    if (!frame) return { x: 0, y: 0 };
    return { x: (clientX - frame.left) / frame.width, y: (clientY - frame.top) / frame.height };
  };
  const begin = (event: PointerEvent, drags: number | null) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    const from = pointOf(event);
    gesture.current = { from, drags, last: from };
    stage.current?.setPointerCapture(event.pointerId);
    if (drags !== null) setChosen(drags);
  };
  const follow = (event: PointerEvent) => {
    const now = gesture.current;
    if (!now) return;
    const at = pointOf(event);
    const box = now.drags === null ? undefined : boxes[now.drags];
    if (now.drags !== null && box) put(now.drags, moved(box, at.x - now.last.x, at.y - now.last.y));
    else setDrawing(boxBetween(now.from, at));
    now.last = at;
  };
  const end = (event: PointerEvent) => {
    const now = gesture.current;
    gesture.current = null;
    setDrawing(null);
    if (!now) return;
    if (now.drags === null) add(boxBetween(now.from, pointOf(event)) ?? boxAround(now.from));
    else focusNext.current = now.drags;
  };

  const press = (event: KeyboardEvent, i: number) => {
    const box = boxes[i];
    if (!box) return;
    const [dx, dy] = ARROWS[event.key] ?? [0, 0];
    if (event.key === "Delete" || event.key === "Backspace") remove(i);
    else if (dx === 0 && dy === 0) return;
    else put(i, event.shiftKey ? sized(box, dx, dy) : moved(box, dx, dy));
    event.preventDefault();
  };

  return (
    <section class="stack-tight panel">
      <h2 tabIndex={-1} ref={title}>
        {r("shot.cover")}
      </h2>
      <p class="small soft">{r("shot.coverText")}</p>
      <div class="row">
        <Button onClick={() => add(boxAround({ x: 0.5, y: 0.2 + 0.1 * (boxes.length % 6) }))}>
          {r("shot.add")}
        </Button>
        <Button aria-pressed={zoomed} onClick={() => setZoomed(!zoomed)}>
          {r(zoomed ? "shot.zoomOut" : "shot.zoomIn")}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section class="cover-frame" tabIndex={0} aria-label={r("shot.picture")}>
        <div
          ref={stage}
          class={`cover-stage${zoomed ? " cover-zoomed" : ""}`}
          onPointerDown={(event) => begin(event, null)}
          onPointerMove={follow}
          onPointerUp={end}
          onPointerCancel={() => {
            gesture.current = null;
            setDrawing(null);
          }}
        >
          <img src={picture.src} alt="" draggable={false} />
          {boxes.map((box, i) => (
            <button
              key={i}
              type="button"
              class="cover-box"
              style={styleOf(box)}
              aria-label={`${r("shot.box", { number: i + 1 })}: ${r("shot.boxAt", percent(box))}`}
              aria-pressed={i === chosen}
              onPointerDown={(event) => begin(event, i)}
              onFocus={() => setChosen(i)}
              onKeyDown={(event) => press(event, i)}
            />
          ))}
          {drawing && <span class="cover-box" style={styleOf(drawing)} />}
        </div>
      </section>
      {chosen !== null && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would ask for a legend on the screen
        <div class="cover-tools" role="group" aria-label={r("shot.tools")}>
          {TOOLS.map(({ key, sign, change }) => (
            <Button
              key={key}
              aria-label={r(key)}
              title={r(key)}
              onClick={() => {
                const box = boxes[chosen];
                if (box) put(chosen, change(box));
              }}
            >
              {sign ?? r(key)}
            </Button>
          ))}
          <Button onClick={() => remove(chosen)}>{r("shot.remove")}</Button>
        </div>
      )}
      <div class="row">
        <Button
          kind="primary"
          disabled={working}
          onClick={() => {
            setWorking(true);
            void use(boxes);
          }}
        >
          {r(working ? "shot.working" : "shot.use")}
        </Button>
        <Button disabled={working} onClick={cancel}>
          {r("shot.cancel")}
        </Button>
      </div>
    </section>
  );
}

const ARROWS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

function percent(box: CoverBox): Record<"left" | "top" | "width" | "height", number> {
  const { x, y, width, height } = pixelsOf(box, { width: 100, height: 100 });
  return { left: x, top: y, width, height };
}

function styleOf({ x, y, width, height }: CoverBox): Record<string, string> {
  return {
    left: `${x * 100}%`,
    top: `${y * 100}%`,
    width: `${width * 100}%`,
    height: `${height * 100}%`,
  };
}
