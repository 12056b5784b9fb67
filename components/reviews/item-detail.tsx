'use client';
import { useState } from 'react';
import type { ReviewDto, ReviewItemDto } from '#lib/domain/review/dto.ts';
import type { Answer, Severity } from '#lib/domain/words.ts';
import { ANSWERS } from '#lib/domain/words.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-state.tsx';
import { PersonName } from '../ui/person-name.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { SeverityBadge } from '../ui/severity-badge.tsx';
import { TextAreaField } from '../ui/text-area-field.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { ANSWER_WORDS } from './answer-words.ts';

interface ItemDetailProps {
  item: ReviewItemDto;
  review: ReviewDto;
  evidence: string;
  onEvidence: (evidence: string) => void;
  onAnswer: (key: string, answer: Answer, evidence: string) => Promise<void>;
}

const SHORTCUTS = { yes: 'y', no: 'n', 'not-applicable': 'a' } as const;

/** One question: why it is asked, how to find the answer, what is known, and the answer itself. */
export function ItemDetail({ item, review, evidence, onEvidence, onAnswer }: ItemDetailProps) {
  const [busy, setBusy] = useState<Answer | null>(null);
  const [error, setError] = useState<unknown>(null);
  const right = review.rights.answer;

  async function give(answer: Answer) {
    setBusy(answer);
    setError(null);
    try {
      await onAnswer(item.key, answer, evidence);
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(null);
    }
  }

  return (
    <article aria-labelledby="question" className="rounded-md border border-line bg-raised p-5">
      <p className="flex flex-wrap gap-1.5">
        {item.owasp.map((category) => (
          <Badge key={category} tone="neutral" tip="OWASP API Security Top 10 2023">
            {category}
          </Badge>
        ))}
      </p>
      <h2 id="question" className="mt-2 text-20 leading-snug">
        {item.question}
      </h2>
      <p className="mt-2 text-14 text-muted">{item.why}</p>
      <details className="mt-3 text-13" open={item.answer === null}>
        <summary className="cursor-pointer font-medium">How to find the answer</summary>
        <p className="mt-1.5 whitespace-pre-line">{item.guidance}</p>
      </details>
      <Findings item={item} slug={review.api.slug} />
      {item.previous && (
        <p className="mt-3 rounded-md bg-sunken p-3 text-13">
          <span className="font-medium">Last time: {ANSWER_WORDS[item.previous.answer].word}.</span>{' '}
          {item.previous.evidence}
        </p>
      )}
      <div className="mt-4 border-t border-line pt-4">
        <TextAreaField
          label="Evidence"
          hint="A link or a sentence that shows it. For “not applicable”, the reason."
          value={evidence}
          onChange={(event) => onEvidence(event.target.value)}
          readOnly={!right.allowed}
          rows={3}
        />
        <div className="mt-3 flex flex-wrap items-center gap-2" role="group" aria-label="Answer">
          {ANSWERS.map((answer) => (
            <Button
              key={answer}
              aria-pressed={item.answer === answer}
              variant={item.answer === answer ? 'chosen' : 'secondary'}
              icon={ANSWER_WORDS[answer].icon}
              shortcut={SHORTCUTS[answer]}
              busy={busy === answer}
              onClick={() => void give(answer)}
              disabledReason={
                right.allowed
                  ? answer === 'not-applicable' && !evidence.trim()
                    ? 'Say in the evidence why it does not apply.'
                    : undefined
                  : right.reason
              }
            >
              {ANSWER_WORDS[answer].word}
            </Button>
          ))}
        </div>
        {error !== null && (
          <div className="mt-3">
            <ErrorNote error={error} />
          </div>
        )}
        {review.rights.approve.allowed && right.allowed && (
          <p className="mt-3 text-12 text-muted">
            You can sign this review. Whoever answers a question can no longer do so.
          </p>
        )}
        <AnsweredBy item={item} />
      </div>
    </article>
  );
}

function Findings({ item, slug }: { item: ReviewItemDto; slug: string }) {
  if (item.findings.length === 0) return null;
  return (
    <ul className="mt-3 space-y-1 text-13" aria-label="Findings that bear on it">
      {item.findings.map((finding) => (
        <li key={finding.id} className="flex items-baseline gap-x-2">
          <span className="w-20 shrink-0">
            <SeverityBadge severity={finding.severity as Severity} plain />
          </span>
          <span className="min-w-0">
            <TextLink href={`/apis/${slug}/findings/${finding.id}`}>{finding.title}</TextLink>
            {finding.where !== null && <span className="ml-2 wrap-anywhere text-muted">{finding.where}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function AnsweredBy({ item }: { item: ReviewItemDto }) {
  if (item.answer === null) return null;
  if (item.answeredBy) {
    return (
      <p className="mt-3 flex items-center gap-1.5 text-12 text-muted">
        Answered by <PersonName name={item.answeredBy.name} email={item.answeredBy.email} />
        {item.answeredAt && <RelativeTime at={item.answeredAt} />}
      </p>
    );
  }
  return item.prefilled ? (
    <p className="mt-3 text-12 text-muted">Answered from the scan. A person may overrule it.</p>
  ) : null;
}
