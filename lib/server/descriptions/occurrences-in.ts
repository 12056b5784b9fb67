import { scanDescription } from '#lib/domain/scan/scan-description.ts';
import type { Occurrence } from '#lib/domain/scan/types.ts';
import { decodeText } from './decode-text.ts';
import { locate } from './locate.ts';
import { parseDescription } from './parse-description.ts';

export interface LocatedOccurrence extends Occurrence {
  line?: number;
  column?: number;
}

/** Every place where a rule fires in a description, with its line and column. */
export function occurrencesIn(bytes: Uint8Array, mediaType?: string): LocatedOccurrence[] {
  const parsed = parseDescription(bytes, mediaType);
  const { occurrences } = scanDescription(parsed);
  if (occurrences.length === 0) return occurrences;
  const positions = locate(decodeText(bytes), new Set(occurrences.map(({ pointer }) => pointer)));
  return occurrences.map((occurrence) => ({ ...occurrence, ...positions.get(occurrence.pointer) }));
}
