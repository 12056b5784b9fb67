import { formatCount } from '#lib/client/format-number.ts';
import type { PatchOperation } from '#lib/domain/scan/fix/draft.ts';

const VERBS: Record<PatchOperation['op'], string> = { add: 'Add', replace: 'Replace', remove: 'Remove' };

/** Characters of a value that are shown. */
const MOST_OF_VALUE = 160;

function valueText(step: PatchOperation): string {
  if (step.op === 'remove') return '';
  const text = JSON.stringify(step.value);
  return text.length > MOST_OF_VALUE ? `${text.slice(0, MOST_OF_VALUE)}…` : text;
}

/** The first steps of a patch, as one would say them. */
export function PatchPreview({ patch, steps }: { patch: readonly PatchOperation[]; steps: number }) {
  return (
    <ol
      className="divide-y divide-line rounded-md border border-line text-13"
      aria-label="Steps of the patch"
    >
      {patch.map((step, index) => (
        // Two steps may be at one place, and the order never changes.
        <li key={index} className="px-3 py-1.5">
          <p className="gap-2 sm:flex">
            <span className="mr-2 shrink-0 font-medium sm:mr-0 sm:w-16">{VERBS[step.op]}</span>
            <code className="min-w-0 font-mono text-12 leading-5 wrap-anywhere">{step.path}</code>
          </p>
          {step.op !== 'remove' && (
            <p className="gap-2 sm:flex">
              <span className="mr-2 shrink-0 text-muted sm:mr-0 sm:w-16">as</span>
              <code className="min-w-0 font-mono text-12 leading-5 wrap-anywhere">{valueText(step)}</code>
            </p>
          )}
        </li>
      ))}
      {steps > patch.length && (
        <li className="px-3 py-1.5 text-muted">and {formatCount(steps - patch.length)} more steps</li>
      )}
    </ol>
  );
}
