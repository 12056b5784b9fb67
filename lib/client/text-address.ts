/** Lines on the page at once. */
export const LINES_SHOWN = 200;
/** Lines above the one that is looked at. */
const ABOVE = 40;

const SEVERE = ['critical', 'high', 'medium'] as const;

/** Where in the text of a revision a page stands. */
export interface TextPlace {
  /** The first line shown. */
  from: number;
  /** The line that is looked at. */
  line: number | null;
  finding: string | null;
  /** Also the findings that matter little. */
  isAll: boolean;
}

const numberOf = (text: string | null) => (text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null);

/** Reads a place from an address; what makes no sense is as if it were not there. */
export function readTextPlace(params: URLSearchParams): TextPlace {
  const line = numberOf(params.get('line'));
  return {
    from: numberOf(params.get('from')) ?? firstShown(line),
    line,
    finding: params.get('finding'),
    isAll: params.get('marks') === 'all',
  };
}

/** The first line to show so that `line` stands well in sight. */
export const firstShown = (line: number | null): number => Math.max(1, (line ?? 1) - ABOVE);

/** The question to the interface about what a place shows. */
export function textSearch({ from, isAll }: Pick<TextPlace, 'from' | 'isAll'>): string {
  const search = new URLSearchParams({ from: String(from), lines: String(LINES_SHOWN) });
  if (!isAll) for (const severity of SEVERE) search.append('severity', severity);
  return search.toString();
}

interface TextLink extends Partial<Pick<TextPlace, 'from' | 'line' | 'finding'>> {
  revision: string | null;
  isAll?: boolean;
}

/** The address of a place, without the path: `?revision=…&line=12`. */
export function textAddress({ revision, from, line, finding, isAll }: TextLink): string {
  const parts = new URLSearchParams();
  if (revision) parts.set('revision', revision);
  if (from && from !== firstShown(line ?? null)) parts.set('from', String(from));
  if (line) parts.set('line', String(line));
  if (finding) parts.set('finding', finding);
  if (isAll) parts.set('marks', 'all');
  return `?${parts.toString()}`;
}
