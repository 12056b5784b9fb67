import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Rgb = readonly [number, number, number];

/** OKLCH to linear sRGB, by Björn Ottosson's matrices; values outside the gamut are clipped as screens do. */
function linear(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

const luminance = ([red, green, blue]: Rgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** WCAG 2 contrast of two colours, 1 to 21. */
function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const css = readFileSync(new URL('../../app/styles/tokens.css', import.meta.url), 'utf8');
const colour = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)(?: / [\d.]+)?\)|oklch\(([\d.]+) 0 0\)`;
const roles = new Map<string, { light: Rgb; dark: Rgb }>();
for (const [, name = '', light = '', dark = ''] of css.matchAll(
  /--([a-z-]+): light-dark\((oklch\([^)]*\)), (oklch\([^)]*\))\);/g,
)) {
  const read = (text: string): Rgb => {
    const [lightness = 0, chroma = 0, hue = 0] = (
      new RegExp(colour).exec(text)?.[0].match(/[\d.]+/g) ?? []
    ).map(Number);
    return linear(lightness, chroma, hue);
  };
  roles.set(name, { light: read(light), dark: read(dark) });
}

const PLANES = ['surface', 'sunken', 'raised', 'head', 'hover', 'active'];
const STATES = [
  'risk-low',
  'risk-medium',
  'risk-high',
  'risk-critical',
  'allowed',
  'prevented',
  'awaiting',
  'invalid',
  'excepted',
];
const PAIRS = [
  ...['text', 'muted'].flatMap((ink) => PLANES.map((plane) => [ink, plane] as const)),
  ...['accent-text', ...STATES].flatMap((ink) =>
    ['surface', 'raised', 'hover', 'sunken'].map((plane) => [ink, plane] as const),
  ),
  ...STATES.map((state) => [state, `${state}-soft`] as const),
  ...STATES.map((state) => ['text', `${state}-soft`] as const),
  ...['accent', 'accent-hover', 'danger', 'danger-hover'].map((plane) => ['on-accent', plane] as const),
  ...['code-name', 'code-text', 'code-word'].flatMap((ink) =>
    ['surface', 'raised', 'accent-soft'].map((plane) => [ink, plane] as const),
  ),
  ['accent-text', 'accent-soft'],
  ['text', 'accent-soft'],
  ['muted', 'accent-soft'],
] as const;

describe.each(['light', 'dark'] as const)('contrast in the %s theme', (theme) => {
  it.each(PAIRS)('%s on %s carries text', (ink, plane) => {
    const [above, below] = [roles.get(ink)?.[theme], roles.get(plane)?.[theme]];
    if (!above || !below) throw new Error(`no colour role ${ink} or ${plane}`);
    expect(contrast(above, below)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(PLANES)('the focus ring is seen on %s', (plane) => {
    const [ring, below] = [roles.get('focus')?.[theme], roles.get(plane)?.[theme]];
    if (!ring || !below) throw new Error(`no colour role focus or ${plane}`);
    expect(contrast(ring, below)).toBeGreaterThanOrEqual(3);
  });
});

describe('steps of risk', () => {
  it.each(['light', 'dark'] as const)(
    'differ in lightness or hue enough to be told apart in the %s theme',
    (theme) => {
      const steps = ['risk-low', 'risk-medium', 'risk-high', 'risk-critical'].map(
        (name) => roles.get(name)?.[theme] ?? [0, 0, 0],
      );
      for (const [index, step] of steps.entries()) {
        for (const other of steps.slice(index + 1)) {
          const distance = Math.hypot(
            ...step.map((value, channel) => value ** (1 / 2.2) - (other[channel] ?? 0) ** (1 / 2.2)),
          );
          expect(distance).toBeGreaterThan(0.1);
        }
      }
    },
  );
});
