import { scanInWorker } from '../descriptions/analysis-pool.ts';
import { descriptionProblem } from '../descriptions/description-problem.ts';
import type { Source } from '../descriptions/worker-job.ts';
import { JsonText } from '../http/json-text.ts';

interface ScanQuery {
  fix?: boolean;
  rule?: string[];
}

/**
 * What a hook or an editor asks: scans and stores nothing. The answer is written in the worker, so that whoever asks the
 * gate meanwhile does not wait for the writing of thousands of findings.
 */
export async function scanStateless(source: Source, { fix, rule = [] }: ScanQuery = {}): Promise<JsonText> {
  const options = fix ? (rule.length > 0 ? { rules: rule } : {}) : undefined;
  return new JsonText(await scanInWorker(source, options).catch(descriptionProblem));
}
