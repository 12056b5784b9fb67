export interface Frame {
  width: number;
  height: number;
  /** Room for the figures on the left, the names on the right and the dates below, in pixels. */
  left: number;
  right: number;
  bottom: number;
  top: number;
}

export interface Scale {
  from: number;
  to: number;
  /** Value at the upper edge; the lower edge is zero. */
  top: number;
}

/** Where a moment stands, in pixels from the left. A span of no length stands at the right edge. */
export function xOf(at: number, scale: Scale, frame: Frame): number {
  const inner = frame.width - frame.left - frame.right;
  const share = scale.to === scale.from ? 1 : (at - scale.from) / (scale.to - scale.from);
  return Math.round((frame.left + share * inner) * 10) / 10;
}

/** Where a value stands, in pixels from above. */
export function yOf(value: number, scale: Scale, frame: Frame): number {
  const inner = frame.height - frame.top - frame.bottom;
  return Math.round((frame.top + (1 - value / scale.top) * inner) * 10) / 10;
}

/** Index of the moment nearest to a place, -1 when there are none. `moments` rise. */
export function nearestIndex(x: number, moments: readonly number[], scale: Scale, frame: Frame): number {
  let nearest = -1;
  let least = Infinity;
  for (const [index, at] of moments.entries()) {
    const distance = Math.abs(xOf(at, scale, frame) - x);
    if (distance < least) [nearest, least] = [index, distance];
  }
  return nearest;
}

/** Moves labels down until none covers the one above it; the order by height is kept. All in pixels. */
export function spreadLabels(tops: readonly number[], lineHeight: number): number[] {
  const placed = [...tops];
  const order = tops.map((_, index) => index).sort((a, b) => (tops[a] ?? 0) - (tops[b] ?? 0));
  for (const [rank, index] of order.entries()) {
    const above = placed[order[rank - 1] ?? -1];
    if (above !== undefined) placed[index] = Math.max(placed[index] ?? 0, above + lineHeight);
  }
  return placed;
}
