'use client';
import { useState } from 'react';
import type { ReviewDto } from '#lib/domain/review/dto.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-state.tsx';
import { PersonName } from '../ui/person-name.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Section } from '../ui/section.tsx';
import { TextAreaField } from '../ui/text-area-field.tsx';

const STEPS: Readonly<Record<string, string>> = {
  submit: 'Submitted',
  approve: 'Signed off',
  'request-changes': 'Requested changes',
  reject: 'Rejected',
  withdraw: 'Withdrew',
};

/** What people said, with the steps they took. */
export function ReviewComments({
  review,
  onComment,
}: {
  review: ReviewDto;
  onComment: (text: string) => Promise<void>;
}) {
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const right = review.rights.comment;

  async function say() {
    setBusy(true);
    setError(null);
    try {
      await onComment(text.trim());
      setText('');
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Section title="Conversation" count={review.comments.length}>
      <ul className="space-y-3 text-13">
        {review.comments.map((comment) => (
          <li key={comment.id}>
            <p className="flex flex-wrap items-center gap-x-2 text-muted">
              <PersonName name={comment.author.name} email={comment.author.email} />
              {STEPS[comment.step] && <Badge tone="neutral">{STEPS[comment.step]}</Badge>}
              <RelativeTime at={comment.at} />
            </p>
            {comment.text && <p className="mt-0.5 whitespace-pre-line">{comment.text}</p>}
          </li>
        ))}
      </ul>
      <div className="mt-4">
        <TextAreaField
          label="Say something"
          hideLabel
          placeholder="Say something"
          rows={2}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="mt-2">
          <Button
            size="sm"
            busy={isBusy}
            onClick={() => void say()}
            disabledReason={
              right.allowed ? (text.trim() ? undefined : 'Write something first.') : right.reason
            }
          >
            Comment
          </Button>
        </div>
        {error !== null && <ErrorNote error={error} />}
      </div>
    </Section>
  );
}
