import type { DescriptionFix } from '#lib/domain/scan/fix/fix-description.ts';
import { fixInWorker } from '../descriptions/analysis-pool.ts';
import { descriptionProblem } from '../descriptions/description-problem.ts';
import type { Source } from '../descriptions/worker-job.ts';

/** What a program can mend in a description, or only in what some rules report. */
export function fixSource(source: Source, rules: readonly string[] = []): Promise<DescriptionFix> {
  return fixInWorker(source, rules.length > 0 ? { rules } : {}).catch(descriptionProblem);
}
