import type { ChecklistItemDto } from '#lib/domain/checklist/dto.ts';
import { TIERS } from '#lib/domain/words.ts';
import { API_WORDS } from '../apis/api-words.ts';
import { Badge } from '../ui/badge.tsx';
import { Icon } from '../ui/icon.tsx';
import { KeyValueList } from '../ui/key-value-list.tsx';
import { FEATURE_WORDS, OWASP_WORDS } from './checklist-words.ts';

/** Tiers as people say them: `Every tier`, `From high`, or each by name. */
function tierWords(item: ChecklistItemDto): string {
  const words = item.tiers.map((tier) => API_WORDS[tier]?.toLowerCase() ?? tier);
  if (words.length === TIERS.length) return 'Every tier';
  const isUpwards = TIERS.slice(-item.tiers.length).every((tier) => item.tiers.includes(tier));
  return isUpwards && words[0] ? `From ${words[0]}` : words.join(', ');
}

/** One question; unfolded it says why it is asked, when, and how to find the answer. */
export function ChecklistItem({ item }: { item: ChecklistItemDto }) {
  return (
    <li>
      <details className="group">
        <summary className="flex list-none gap-3 px-4 py-2.5 hover:bg-hover">
          <Icon
            name="chevron-right"
            size={14}
            className="mt-0.75 text-muted transition-transform group-open:rotate-90"
          />
          <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className="min-w-0 flex-1 basis-60 font-medium">{item.question}</span>
            <span className="flex gap-1.5">
              {item.owasp.map((category) => (
                <Badge key={category} tip={OWASP_WORDS[category]}>
                  {category}
                </Badge>
              ))}
            </span>
            <span className="w-28 text-muted max-sm:w-auto">{tierWords(item)}</span>
          </span>
        </summary>
        <div className="grid gap-x-10 gap-y-4 px-4 pt-1 pb-4 pl-10.5 lg:grid-cols-2">
          <KeyValueList
            items={[
              { term: 'Why', value: item.why },
              {
                term: 'Asked',
                value: item.features
                  ? `When the description has ${item.features.map((one) => FEATURE_WORDS[one]).join(' or ')}`
                  : 'Whatever the description contains',
              },
              {
                term: 'Kinds',
                value: item.kinds
                  ? item.kinds.map((kind) => API_WORDS[kind]).join(', ')
                  : 'Every kind of API',
              },
              {
                term: 'Scan',
                value: item.settledBy
                  ? 'Answers it by itself where the description shows it'
                  : 'Cannot tell; a person answers',
              },
            ]}
          />
          <div>
            <h3 className="mb-1 text-12 font-medium text-muted">How to find the answer</h3>
            <p className="whitespace-pre-line">{item.guidance}</p>
          </div>
        </div>
      </details>
    </li>
  );
}
