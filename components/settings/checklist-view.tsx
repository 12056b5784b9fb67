'use client';
import { useAnswer } from '#lib/client/use-answer.ts';
import type { ChecklistDto } from '#lib/domain/checklist/dto.ts';
import type { Page } from '#lib/domain/page.ts';
import { Badge } from '../ui/badge.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Section } from '../ui/section.tsx';
import { API_WORDS } from '../apis/api-words.ts';

/** The questions of the checklist in force, with why they are asked, of whom, and how to find the answer. */
export function ChecklistView() {
  const { data } = useAnswer<Page<ChecklistDto>>('/checklists', 'limit=20');
  const inForce = data?.items.find((checklist) => checklist.inForce);
  if (!data || !inForce) return null;
  return (
    <>
      <Section
        title={`${inForce.title}, version ${inForce.version}`}
        count={inForce.items.length}
        description="A review asks those that fit the API’s tier and what its description contains. Yes is the safe answer to each."
        frame="flush"
      >
        <ol className="divide-y divide-line text-13">
          {inForce.items.map((item, index) => (
            <li key={item.key} className="px-4 py-3">
              <details>
                <summary className="flex cursor-pointer flex-wrap items-baseline gap-x-3 gap-y-1">
                  <span className="min-w-0 flex-1 basis-72 font-medium">
                    {index + 1}. {item.question}
                  </span>
                  {item.owasp.map((category) => (
                    <Badge key={category} tone="neutral">
                      {category}
                    </Badge>
                  ))}
                  <span className="w-48 text-muted">
                    {item.tiers.length === 4
                      ? 'Every tier'
                      : `From tier ${API_WORDS[item.tiers[0] ?? 'low']?.toLowerCase()}`}
                  </span>
                </summary>
                <p className="mt-2 max-w-3xl">{item.why}</p>
                <p className="mt-2 max-w-3xl whitespace-pre-line text-muted">{item.guidance}</p>
              </details>
            </li>
          ))}
        </ol>
      </Section>
      <Section title="Versions" count={data.total}>
        <ul className="space-y-1 text-13">
          {data.items.map((checklist) => (
            <li key={checklist.version} className="flex gap-3">
              <span className="w-20">Version {checklist.version}</span>
              <span className="text-muted">
                {checklist.createdBy} <RelativeTime at={checklist.createdAt} />
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
