'use client';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { apiSend } from '#lib/client/api.ts';
import { useAnswer } from '#lib/client/use-answer.ts';
import { whyNot } from '#lib/client/why-not.ts';
import type { FindingDto } from '#lib/domain/revisions/dto.ts';
import { useApi } from '../apis/use-api.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { DueTime } from '../ui/due-time.tsx';
import { KeyValueList } from '../ui/key-value-list.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Section } from '../ui/section.tsx';
import { SeverityBadge } from '../ui/severity-badge.tsx';
import { FINDING_WORDS } from './finding-words.ts';

type Step = 'acknowledged' | 'false-positive' | 'open';

const STEPS: Record<Step, { verb: string; consequence: string }> = {
  acknowledged: {
    verb: 'Acknowledge',
    consequence: 'It is known and will be mended. It still blocks where it blocked before.',
  },
  'false-positive': {
    verb: 'Call it a false positive',
    consequence: 'It no longer blocks and no longer counts in the risk. Security answers for that.',
  },
  open: { verb: 'Reopen', consequence: 'It counts and blocks again.' },
};

/** One cause: why it matters, how to mend it, where it stands. */
export function FindingDetail({ path, slug }: { path: string; slug: string }) {
  const { data: finding } = useAnswer<FindingDto>(path);
  const api = useApi(slug);
  const [step, setStep] = useState<Step | null>(null);
  const client = useQueryClient();
  if (!finding || !api) return null;
  const why = { judge: whyNot(api.rights['judge-finding']), dismiss: whyNot(api.rights['dismiss-finding']) };

  async function judge(state: Step, reason: string) {
    await apiSend('PATCH', path, { state, reason }, { ifMatch: `"v${finding!.version}"` });
    await client.invalidateQueries();
  }

  return (
    <>
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="text-16 font-semibold">{finding.title}</h2>
          <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-13">
            <SeverityBadge severity={finding.severity} />
            <Badge tone="neutral">{FINDING_WORDS[finding.state]}</Badge>
            {finding.owasp.map((category) => (
              <span key={category} className="text-muted">
                {FINDING_WORDS[category]}
              </span>
            ))}
            <code className="font-mono text-12 text-muted">{finding.rule}</code>
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <LinkButton size="sm" icon="arrow-left" href={`/apis/${slug}/findings`}>
            All findings
          </LinkButton>
          {finding.state === 'open' ? (
            <>
              <Button size="sm" onClick={() => setStep('false-positive')} disabledReason={why.dismiss}>
                False positive
              </Button>
              <Button size="sm" onClick={() => setStep('acknowledged')} disabledReason={why.judge}>
                Acknowledge
              </Button>
            </>
          ) : (
            <Button
              size="sm"
              onClick={() => setStep('open')}
              disabledReason={
                finding.state === 'fixed'
                  ? 'It is fixed, and opens again by itself when it comes back.'
                  : why.judge
              }
            >
              Reopen
            </Button>
          )}
        </div>
      </header>
      <div className="grid gap-7 lg:grid-cols-2">
        <Section title="Why it matters">
          <p className="text-14">{finding.why}</p>
        </Section>
        <Section title="How to mend it">
          <p className="text-14 whitespace-pre-line">{finding.fix}</p>
        </Section>
      </div>
      <Section title="Operations" count={finding.operationCount}>
        {finding.operations.length === 0 ? (
          <p className="text-13 text-muted">It concerns the description as a whole, not single operations.</p>
        ) : (
          <ul className="max-h-80 columns-1 gap-6 overflow-y-auto font-mono text-12 md:columns-2">
            {finding.operations.map((operation) => (
              <li key={operation} className="py-0.5 break-all">
                {operation}
              </li>
            ))}
            {finding.operationCount > finding.operations.length && (
              <li className="py-0.5 font-sans text-muted">
                and {finding.operationCount - finding.operations.length} more
              </li>
            )}
          </ul>
        )}
      </Section>
      <Section title="Places in the description" count={finding.occurrences}>
        <ul className="max-h-60 overflow-y-auto font-mono text-12">
          {finding.pointers.map((pointer) => (
            <li key={pointer} className="py-0.5 break-all">
              {pointer}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="History">
        <KeyValueList
          items={[
            { term: 'First seen', value: <RelativeTime at={finding.firstSeenAt} /> },
            { term: 'Last seen', value: <RelativeTime at={finding.lastSeenAt} /> },
            {
              term: 'Due',
              value: finding.dueAt && finding.state === 'open' && <DueTime at={finding.dueAt} />,
            },
            { term: 'Fixed', value: finding.fixedAt && <RelativeTime at={finding.fixedAt} /> },
            { term: 'Reason', value: finding.reason },
          ]}
        />
      </Section>
      {step && (
        <ConfirmDialog
          isOpen
          onClose={() => setStep(null)}
          title={STEPS[step].verb}
          consequence={STEPS[step].consequence}
          confirmLabel={STEPS[step].verb}
          reason={{ label: 'Reason' }}
          onConfirm={(reason) => judge(step, reason)}
        />
      )}
    </>
  );
}
