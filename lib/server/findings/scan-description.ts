import { analyse } from '../descriptions/analysis-pool.ts';
import { descriptionProblem } from '../descriptions/description-problem.ts';

/** What a hook or an editor asks: scans and stores nothing. */
export async function scanStateless({ bytes, mediaType }: { bytes: Uint8Array; mediaType: string }) {
  const { format, title, version, digest, materialDigest, operations, scan } = await analyse(
    bytes,
    mediaType,
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
  };
}
