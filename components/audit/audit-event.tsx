'use client';
import { useAnswer } from '#lib/client/use-answer.ts';
import type { AuditEventDto } from '#lib/domain/audit/dto.ts';
import { ExactTime } from '../ui/exact-time.tsx';
import { KeyValueList } from '../ui/key-value-list.tsx';
import { PageBody, PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { auditSentence } from './audit-sentence.ts';

/** One event as it stands in the log. */
export function AuditEvent({ seq }: { seq: string }) {
  const { data: event } = useAnswer<AuditEventDto>(`/audit/events/${seq}`);
  if (!event) return null;
  return (
    <>
      <PageHeader title={auditSentence(event)} slug={event.action} />
      <PageBody>
        <Section title="Who, when, about what">
          <KeyValueList
            items={[
              { term: 'Number', value: event.seq },
              { term: 'When', value: <ExactTime at={event.at} withTime /> },
              {
                term: 'Who',
                value: (
                  <TextLink href={`/audit?actor=${encodeURIComponent(event.actor)}`}>{event.actor}</TextLink>
                ),
              },
              {
                term: 'About',
                value: (
                  <span className="flex flex-wrap gap-x-3 font-mono text-12">
                    {event.subjects.map((subject) => (
                      <TextLink key={subject} href={`/audit?subject=${encodeURIComponent(subject)}`}>
                        {subject}
                      </TextLink>
                    ))}
                  </span>
                ),
              },
              {
                term: 'Request',
                value: event.requestId && <code className="font-mono text-12">{event.requestId}</code>,
              },
            ]}
          />
        </Section>
        <Section title="What changed">
          <pre className="font-mono text-12 wrap-anywhere whitespace-pre-wrap">
            {JSON.stringify(event.data, null, 2)}
          </pre>
        </Section>
      </PageBody>
    </>
  );
}
