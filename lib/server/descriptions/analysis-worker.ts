import { diffDescriptions } from '#lib/domain/description/diff.ts';
import { fixDescription } from '#lib/domain/scan/fix/fix-description.ts';
import { analyseDescription } from './analyse-description.ts';
import { refused } from './description-error.ts';
import { excerptsOf } from './excerpts-of.ts';
import { markText } from './mark-text.ts';
import { occurrencesIn } from './occurrences-in.ts';
import { parseDescription } from './parse-description.ts';
import { positionsIn } from './positions-in.ts';
import { scanAnswer } from './scan-answer.ts';
import { textPart } from './text-part.ts';
import { answerOfError } from './worker-job.ts';
import type { AnswerMessage, JobKind, JobMessage, JobOptions, JobResults, Source } from './worker-job.ts';

const parse = ({ bytes, mediaType }: Source) => parseDescription(bytes, mediaType);

const JOBS: { [K in JobKind]: (first: Source, second: Source, options: JobOptions) => JobResults[K] } = {
  analyse: ({ bytes, mediaType }) => analyseDescription(bytes, mediaType),
  scan: (source, _, { fix }) => JSON.stringify(scanAnswer(source, fix)),
  diff: (older, newer) => diffDescriptions(parse(older), parse(newer)),
  occurrences: ({ bytes, mediaType }) => occurrencesIn(bytes, mediaType),
  fix: (source, _, { fix }) => fixDescription(parse(source), fix),
  marks: ({ bytes, mediaType }) => markText(bytes, mediaType),
  text: ({ bytes }, _, { text }) => textPart(bytes, text),
  positions: ({ bytes }, _, { pointers }) => positionsIn(bytes, pointers),
  excerpts: ({ bytes }, _, { pointers }) => excerptsOf(bytes, pointers),
};

function run({ kind, sources, options = {} }: JobMessage): AnswerMessage {
  try {
    const [first, second = first] = sources;
    if (!first || !second) throw new Error(`the job ${kind} came without a description`);
    return { result: JOBS[kind](first, second, options) };
  } catch (error) {
    // Depth is bounded where it is known; a description that still exhausts the stack is refused like any other.
    return answerOfError(
      error instanceof RangeError
        ? refused('too-complex', 'The description is too complex to be read.')
        : error,
    );
  }
}

process.on('message', (job: JobMessage) => process.send?.(run(job)));
process.on('disconnect', () => process.exit());
// Ctrl-C reaches every process of a terminal; the server finishes what it has begun, and then stops its workers.
process.on('SIGINT', () => undefined);
