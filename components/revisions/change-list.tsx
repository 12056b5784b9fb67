'use client';
import { formatCount } from '#lib/client/format-number.ts';
import { changeKinds } from '#lib/domain/description/change-kinds.ts';
import type { DescriptionDiff } from '#lib/domain/description/types.ts';
import type { RevisionDiffDto } from '#lib/domain/revisions/dto.ts';
import type { BadgeProps } from '../ui/badge.tsx';
import { Section } from '../ui/section.tsx';
import { ChangesOfKind } from './changes-of-kind.tsx';
import type { PlaceHref } from './changes-of-kind.tsx';

const GROUPS = [
  {
    key: 'security',
    title: 'Relevant to security',
    tone: 'prevented',
    icon: 'shield',
    none: 'Nothing that concerns security.',
  },
  {
    key: 'breaking',
    title: 'Breaking for callers',
    tone: 'awaiting',
    icon: 'triangle-alert',
    none: 'Nothing that breaks callers.',
  },
  { key: 'other', title: 'Other changes', tone: 'neutral', icon: 'pencil', none: 'Nothing else.' },
] as const satisfies readonly {
  key: keyof DescriptionDiff;
  title: string;
  tone: BadgeProps['tone'];
  icon: BadgeProps['icon'];
  none: string;
}[];

interface ChangeListProps {
  diff: DescriptionDiff;
  /** Of all changes, where the difference holds only some of them. */
  counts?: RevisionDiffDto['counts'];
  kinds?: RevisionDiffDto['kinds'];
  /** Asks for those that are left out. */
  onMore?: () => void;
  /** Where the text has what a pointer names. */
  placeHref: PlaceHref;
}

/** What differs between two descriptions, the weighty first, as sentences. */
export function ChangeList({ diff, counts, kinds, onMore, placeHref }: ChangeListProps) {
  return (
    <>
      {GROUPS.map(({ key, title, tone, icon, none }) => {
        const changes = diff[key];
        const total = counts?.[key] ?? changes.length;
        const byKind = Map.groupBy(changes, ({ kind }) => kind);
        return (
          <Section key={key} title={title} count={total}>
            {changes.length === 0 ? (
              <p className="text-13 text-muted">{none}</p>
            ) : (
              <div className="space-y-1.5 divide-y divide-line text-13 [&>*+*]:pt-1.5">
                {(kinds?.[key] ?? changeKinds(changes)).map(({ kind, count }) => (
                  <ChangesOfKind
                    key={kind}
                    changes={byKind.get(kind) ?? []}
                    {...{ kind, count, tone, icon, placeHref }}
                    {...(onMore && { onMore })}
                  />
                ))}
              </div>
            )}
            {!kinds && total > changes.length && (
              <p className="mt-2 text-12 text-muted">
                {formatCount(changes.length)} of {formatCount(total)} changes
              </p>
            )}
          </Section>
        );
      })}
    </>
  );
}
