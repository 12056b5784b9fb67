'use client';
import { useAnswer } from '#lib/client/use-answer.ts';
import type { FindingDto } from '#lib/domain/revisions/dto.ts';
import type { TextMarkDto } from '#lib/domain/revisions/text-dto.ts';
import { FINDING_WORDS } from '../findings/finding-words.ts';
import { Badge } from '../ui/badge.tsx';
import { ErrorNote } from '../ui/error-state.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { SeverityBadge } from '../ui/severity-badge.tsx';
import { SkeletonText } from '../ui/skeleton.tsx';
import { WithCode } from '../ui/with-code.tsx';

/** What a mark is about: why it matters, and how to mend it. */
export function MarkDetail({ mark, slug }: { mark: TextMarkDto; slug: string }) {
  const { data: finding, error } = useAnswer<FindingDto>(`/findings/${mark.findingId}`, '', {
    isEnabled: mark.findingId !== undefined,
  });
  return (
    <div className="space-y-3 text-13">
      <div>
        <h2 className="text-14 font-semibold">{mark.title}</h2>
        <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">
          <SeverityBadge severity={mark.severity} />
          {mark.state && <Badge tone="neutral">{FINDING_WORDS[mark.state]}</Badge>}
          <code className="font-mono text-12 wrap-anywhere text-muted">{mark.rule}</code>
        </p>
      </div>
      {mark.missing && (
        <ul aria-label="At this line" className="space-y-2">
          {mark.missing.map(({ rule, title, fix }) => (
            <li key={rule}>
              <Part title={title} text={fix} />
            </li>
          ))}
        </ul>
      )}
      {finding ? (
        <>
          <Part title="Why it matters" text={finding.why} />
          <Part title={mark.missing ? 'How to mend all of it' : 'How to mend it'} text={finding.fix} />
          <LinkButton size="sm" href={`/apis/${slug}/findings/${finding.id}`}>
            Open the finding
          </LinkButton>
        </>
      ) : error ? (
        <ErrorNote error={error} during="reading" />
      ) : mark.findingId ? (
        <SkeletonText lines={5} />
      ) : (
        <p className="text-muted">The findings of this revision are not stored yet.</p>
      )}
    </div>
  );
}

function Part({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h3 className="text-12 font-medium text-muted">{title}</h3>
      <p className="mt-0.5 whitespace-pre-line wrap-anywhere">
        <WithCode text={text} />
      </p>
    </div>
  );
}
