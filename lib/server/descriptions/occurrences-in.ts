import { familyOf } from '#lib/domain/description/formats.ts';
import { scanDescription } from '#lib/domain/scan/scan-description.ts';
import type { Occurrence } from '#lib/domain/scan/types.ts';
import { decodeText } from './decode-text.ts';
import { locate } from './locate.ts';
import { parseDescription } from './parse-description.ts';

export interface LocatedOccurrence extends Occurrence {
  line?: number;
  column?: number;
}

/** Every place where a rule fires in a description, with its line and column where the text is JSON or YAML. */
export function occurrencesIn(bytes: Uint8Array, mediaType?: string): LocatedOccurrence[] {
  const parsed = parseDescription(bytes, mediaType);
  const { occurrences } = scanDescription(parsed);
  const family = familyOf(parsed.format);
  // Schemas and protobuf files have pointers into their plain form only, to which no place in the text corresponds.
  if (occurrences.length === 0 || family === 'graphql' || family === 'protobuf') return occurrences;
  const positions = locate(decodeText(bytes), new Set(occurrences.map(({ pointer }) => pointer)));
  return occurrences.map((occurrence) => ({ ...occurrence, ...positions.get(occurrence.pointer) }));
}
