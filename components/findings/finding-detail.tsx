'use client';
import { useAnswer } from '#lib/client/use-answer.ts';
import type { FindingDto } from '#lib/domain/revisions/dto.ts';
import { useApi } from '../apis/use-api.ts';
import { Badge } from '../ui/badge.tsx';
import { DueTime } from '../ui/due-time.tsx';
import { KeyValueList } from '../ui/key-value-list.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Section } from '../ui/section.tsx';
import { SeverityBadge } from '../ui/severity-badge.tsx';
import { FindingActions } from './finding-actions.tsx';
import { FindingPlaces } from './finding-places.tsx';
import { FINDING_WORDS } from './finding-words.ts';
import { PatchOffer } from './patch-offer.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { WithCode } from '../ui/with-code.tsx';

/** One cause: why it matters, how to mend it, where it stands. */
export function FindingDetail({ path, slug }: { path: string; slug: string }) {
  const { data: finding } = useAnswer<FindingDto>(path);
  const api = useApi(slug);
  if (!finding || !api) return null;
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
          <FindingActions finding={finding} rights={api.rights} />
        </div>
      </header>
      <div className="grid gap-7 lg:grid-cols-2">
        <Section title="Why it matters">
          <p className="text-14">
            <WithCode text={finding.why} />
          </p>
        </Section>
        <Section title="How to mend it">
          <p className="text-14 whitespace-pre-line">
            <WithCode text={finding.fix} />
          </p>
        </Section>
      </div>
      <FindingPlaces finding={finding} />
      {finding.isMendable && finding.revision && finding.state !== 'fixed' && (
        <PatchOffer slug={slug} revision={finding.revision} rule={finding.rule} />
      )}
      <Operations finding={finding} />
      <History finding={finding} />
    </>
  );
}

function Operations({ finding: { api, revision, operations, operationCount } }: { finding: FindingDto }) {
  const hrefOf = (operation: string) =>
    `/apis/${api}/description?${new URLSearchParams({ ...(revision && { revision }), q: operation }).toString()}`;
  return (
    <Section title="Operations" count={operationCount}>
      {operations.length === 0 ? (
        <p className="text-13 text-muted">It concerns the description as a whole, not single operations.</p>
      ) : (
        <ul
          tabIndex={0}
          aria-label="Operations"
          className="max-h-80 columns-1 gap-6 overflow-y-auto font-mono text-12 md:columns-2"
        >
          {operations.map((operation) => (
            <li key={operation} className="py-0.5 break-all">
              <TextLink href={hrefOf(operation)} quiet>
                {operation}
              </TextLink>
            </li>
          ))}
          {operationCount > operations.length && (
            <li className="py-0.5 font-sans text-muted">and {operationCount - operations.length} more</li>
          )}
        </ul>
      )}
    </Section>
  );
}

function History({ finding }: { finding: FindingDto }) {
  const { firstSeenAt, lastSeenAt, reintroducedAt, fixedAt, dueAt, decidedBy, decidedAt, reason } = finding;
  const items = [
    { term: 'First seen', value: <RelativeTime at={firstSeenAt} /> },
    { term: 'Came back', value: reintroducedAt && <RelativeTime at={reintroducedAt} /> },
    { term: 'Last seen', value: <RelativeTime at={lastSeenAt} /> },
    { term: 'Fixed', value: fixedAt && <RelativeTime at={fixedAt} /> },
    { term: 'Due', value: dueAt && finding.state === 'open' && <DueTime at={dueAt} /> },
    {
      term: 'Last decision',
      value: decidedBy && (
        <>
          {decidedBy} {decidedAt && <RelativeTime at={decidedAt} />}
        </>
      ),
    },
    { term: 'Reason', value: reason },
  ];
  return (
    <Section
      title="History"
      actions={
        <LinkButton size="sm" variant="ghost" icon="history" href={`/audit?subject=${finding.id}`}>
          Every decision
        </LinkButton>
      }
    >
      {/* What never happened is not part of a history. */}
      <KeyValueList items={items.filter(({ value }) => value)} />
    </Section>
  );
}
