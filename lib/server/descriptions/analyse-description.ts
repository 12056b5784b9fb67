import { summariseDescription } from '#lib/domain/description/summarise-description.ts';
import type { DescriptionSummary, ParsedDescription } from '#lib/domain/description/types.ts';
import { scanDescription } from '#lib/domain/scan/scan-description.ts';
import type { ScanResult } from '#lib/domain/scan/types.ts';
import { parseDescription } from './parse-description.ts';
import { sha256 } from './sha256.ts';

/** All that is known about a description from its bytes alone; digests are `sha256:` and lower-case hexadecimal. */
export interface Analysis extends Omit<DescriptionSummary, 'material'> {
  /** Of the exact bytes. */
  digest: string;
  /** Of the canonical form of what matters to security. */
  materialDigest: string;
  /** Without the single occurrences, of which there may be tens of thousands: they are found again when asked for. */
  scan: Omit<ScanResult, 'occurrences'>;
}

/** Reads, summarises and scans a description; throws `DescriptionError` for one that cannot be accepted. */
export function analyseDescription(bytes: Uint8Array, mediaType?: string): Analysis {
  return analyseParsed(bytes, parseDescription(bytes, mediaType));
}

/** The same where the bytes were read already. */
export function analyseParsed(bytes: Uint8Array, parsed: ParsedDescription): Analysis {
  const { material, ...summary } = summariseDescription(parsed);
  const { occurrences: _, ...scan } = scanDescription(parsed);
  return { ...summary, digest: sha256(bytes), materialDigest: sha256(material), scan };
}
