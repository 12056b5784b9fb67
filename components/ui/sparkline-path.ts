/**
 * Points of a line through values at equal steps, from zero to the largest, within a box in pixels. A single value gives
 * a flat line. Returned as the `points` of an SVG polyline.
 */
export function sparklinePoints(values: readonly number[], width: number, height: number): string {
  const largest = Math.max(...values, 1e-9);
  const list = values.length === 1 ? [...values, ...values] : values;
  const step = width / Math.max(1, list.length - 1);
  return list
    .map(
      (value, index) => `${round(index * step)},${round(height - (Math.max(0, value) / largest) * height)}`,
    )
    .join(' ');
}

const round = (value: number) => Math.round(value * 10) / 10;
