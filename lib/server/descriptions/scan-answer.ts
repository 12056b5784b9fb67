import { fixDescription } from '#lib/domain/scan/fix/fix-description.ts';
import type { DescriptionFix, FixOptions } from '#lib/domain/scan/fix/fix-description.ts';
import type { ScanResult } from '#lib/domain/scan/types.ts';
import { analyseParsed } from './analyse-description.ts';
import type { Analysis } from './analyse-description.ts';
import { parseDescription } from './parse-description.ts';
import type { Source } from './worker-job.ts';

/** What somebody is told who has a description scanned that is not kept. */
export interface ScanAnswer
  extends
    Pick<Analysis, 'format' | 'title' | 'version' | 'digest' | 'materialDigest'>,
    Pick<ScanResult, 'ruleSet' | 'score' | 'grade' | 'counts' | 'findings'> {
  operationCount: number;
  fix?: DescriptionFix;
}

/** Scans a description, and writes the mechanical remedies where somebody asks for them. */
export function scanAnswer({ bytes, mediaType }: Source, fix?: FixOptions): ScanAnswer {
  const parsed = parseDescription(bytes, mediaType);
  const { format, title, version, digest, materialDigest, operations, scan } = analyseParsed(bytes, parsed);
  const { ruleSet, score, grade, counts, findings } = scan;
  return {
    format,
    title,
    version,
    digest,
    materialDigest,
    operationCount: operations.length,
    ruleSet,
    score,
    grade,
    counts,
    findings,
    ...(fix ? { fix: fixDescription(parsed, fix) } : {}),
  };
}
