'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useAnswer } from '#lib/client/use-answer.ts';
import { withParts } from '#lib/client/table-address.ts';
import type { ChecklistDto } from '#lib/domain/checklist/dto.ts';
import type { Page } from '#lib/domain/page.ts';
import { TIERS } from '#lib/domain/words.ts';
import { API_WORDS } from '../apis/api-words.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Note } from '../ui/note.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Section } from '../ui/section.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { ChecklistItem } from './checklist-item.tsx';
import { HistoryLink } from './history-link.tsx';

const ACTIONS = ['checklist.published'];
const EVERY = 'every';
const TIER_CHOICES = [
  { value: EVERY, label: 'All' },
  ...TIERS.map((tier) => ({ value: tier as string, label: API_WORDS[tier] ?? tier })),
];

/** The questions of a version of the checklist, all or those of a tier, and the versions there were. */
export function ChecklistView() {
  const pathname = usePathname();
  const search = useSearchParams();
  const { data } = useAnswer<Page<ChecklistDto>>('/checklists', 'limit=20');
  const wanted = Number(search.get('version'));
  const tier = TIERS.find((one) => one === search.get('tier'));
  const inForce = data?.items.find((one) => one.inForce);
  const checklist = data?.items.find((one) => one.version === wanted) ?? inForce;
  if (!data || !checklist) return null;
  const items = checklist.items.filter((item) => !tier || item.tiers.includes(tier));
  const chooseTier = (value: string) =>
    window.history.replaceState(
      null,
      '',
      pathname + withParts(window.location.search, { tier: value === EVERY ? null : value }),
    );
  return (
    <>
      {!checklist.inForce && (
        <Note tone="warning" title={`You read version ${checklist.version}, which is no longer in force`}>
          <TextLink href="/settings/checklist">Read the one in force</TextLink>
        </Note>
      )}
      <Section
        title={`${checklist.title}, version ${checklist.version}`}
        count={items.length}
        description="A review asks what fits the API’s tier and what its description contains. Yes is the safe answer to each. Security puts another version in force through the interface; sign-offs given on this one end then."
        frame="flush"
        actions={
          <>
            <HistoryLink actions={ACTIONS} />
            <Segmented label="Tier" value={tier ?? EVERY} choices={TIER_CHOICES} onChange={chooseTier} />
          </>
        }
      >
        {items.length === 0 ? (
          <EmptyState kind="filtered" title="No question is asked at this tier" />
        ) : (
          <ol className="divide-y divide-line text-13">
            {items.map((item) => (
              <ChecklistItem key={item.key} item={item} />
            ))}
          </ol>
        )}
      </Section>
      <Section title="Versions" count={data.total} frame="flush">
        <ol className="divide-y divide-line text-13">
          {data.items.map((one) => (
            <li key={one.version} className="flex flex-wrap gap-x-4 gap-y-1 px-4 py-2.5">
              <span className="w-20 font-medium">
                <TextLink
                  href={one.inForce ? '/settings/checklist' : `/settings/checklist?version=${one.version}`}
                  quiet
                >
                  Version {one.version}
                </TextLink>
              </span>
              <span className="w-24 text-muted">{one.items.length} questions</span>
              <span className="min-w-0 flex-1 basis-56 text-muted">
                {one.createdBy} <RelativeTime at={one.createdAt} />
              </span>
              {one.inForce && <span className="text-muted">in force</span>}
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}
