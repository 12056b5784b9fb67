import { analyse } from '../descriptions/analysis-pool.ts';
import { descriptionProblem } from '../descriptions/description-problem.ts';
import { fixSource } from './fix-source.ts';

/** What a hook or an editor asks: scans and stores nothing. */
export async function scanStateless(
  source: { bytes: Uint8Array; mediaType: string },
  options: { fix?: boolean; rule?: string[] } = {},
) {
  const { format, title, version, digest, materialDigest, operations, scan } = await analyse(
    source.bytes,
    source.mediaType,
  ).catch(descriptionProblem);
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
    ...(options.fix ? { fix: await fixSource(source, options.rule) } : {}),
  };
}
