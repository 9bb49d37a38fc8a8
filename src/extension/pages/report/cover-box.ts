/** A black box over a picture, in fractions of its width and height, so that it fits the picture at any size. */
export interface CoverBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** No box is smaller than this. */
const LEAST = 0.02;
/** What one press of a key moves or sizes. */
export const STEP = 0.02;

/** The box between two points of the picture, as a pointer draws it. */
export function boxBetween(
  a: { x: number; y: number },
  b: { x: number; y: number },
): CoverBox | null {
  const width = Math.abs(a.x - b.x);
  const height = Math.abs(a.y - b.y);
  if (width < LEAST || height < LEAST / 2) return null;
  return within({ x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width, height });
}

/** A box for a press without drawing: of a useful size, around the point. */
export function boxAround({ x, y }: { x: number; y: number }): CoverBox {
  return within({ x: x - 0.15, y: y - 0.03, width: 0.3, height: 0.06 });
}

export function moved(box: CoverBox, dx: number, dy: number): CoverBox {
  return within({ ...box, x: box.x + dx, y: box.y + dy });
}

/** The upper left corner stays. */
export function sized(box: CoverBox, dWidth: number, dHeight: number): CoverBox {
  const width = clamp(box.width + dWidth, LEAST, 1 - box.x);
  const height = clamp(box.height + dHeight, LEAST, 1 - box.y);
  return { ...box, width, height };
}

/** The pixels that a box covers, whole ones and rather one too many. */
export function pixelsOf(
  { x, y, width, height }: CoverBox,
  picture: { width: number; height: number },
): { x: number; y: number; width: number; height: number } {
  const left = Math.max(0, Math.floor(x * picture.width));
  const top = Math.max(0, Math.floor(y * picture.height));
  const right = Math.min(picture.width, Math.ceil((x + width) * picture.width));
  const bottom = Math.min(picture.height, Math.ceil((y + height) * picture.height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Moved back into the picture. */
function within(box: CoverBox): CoverBox {
  const width = clamp(box.width, LEAST, 1);
  const height = clamp(box.height, LEAST, 1);
  return {
    x: clamp(box.x, 0, 1 - width),
    y: clamp(box.y, 0, 1 - height),
    width,
    height,
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
