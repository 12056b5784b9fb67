'use client';
import { useState } from 'react';
import { formatCount } from '#lib/client/format-number.ts';
import type { Change, DescriptionDiff } from '#lib/domain/description/types.ts';
import type { RevisionDiffDto } from '#lib/domain/revisions/dto.ts';
import { Badge } from '../ui/badge.tsx';
import type { BadgeProps } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/section.tsx';

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

/** Changes of a group at first, and how many each press adds: a patch may change thousands of places. */
const FEW = 30;
const MORE = 200;

interface ChangeListProps {
  diff: DescriptionDiff;
  /** Of all changes, where the difference holds only some of them. */
  counts?: RevisionDiffDto['counts'];
  /** Asks for those that are left out. */
  onMore?: () => void;
}

/** What differs between two descriptions, the weighty first, as sentences. */
export function ChangeList({ diff, counts, onMore }: ChangeListProps) {
  return (
    <>
      {GROUPS.map(({ key, title, tone, icon, none }) => (
        <Section key={key} title={title} count={counts?.[key] ?? diff[key].length}>
          {diff[key].length === 0 ? (
            <p className="text-13 text-muted">{none}</p>
          ) : (
            <Changes
              changes={diff[key]}
              total={counts?.[key] ?? diff[key].length}
              tone={tone}
              icon={icon}
              {...(onMore && { onMore })}
            />
          )}
        </Section>
      ))}
    </>
  );
}

interface ChangesProps {
  changes: readonly Change[];
  total: number;
  tone: BadgeProps['tone'];
  icon: BadgeProps['icon'];
  onMore?: () => void;
}

function Changes({ changes, total, tone, icon, onMore }: ChangesProps) {
  const [most, setMost] = useState(FEW);
  const left = (onMore ? total : changes.length) - most;
  const showMore = () => {
    setMost(most + MORE);
    if (most + MORE > changes.length && changes.length < total) onMore?.();
  };
  return (
    <>
      <ul className="divide-y divide-line text-13">
        {changes.slice(0, most).map((change) => (
          <li key={change.kind + change.pointer + change.what} className="py-1.5 first:pt-0">
            <span className="flex items-baseline gap-2">
              <Badge tone={tone} icon={icon} plain>
                <span className="sr-only">{change.kind}</span>
              </Badge>
              <span className="min-w-0 wrap-anywhere">{change.what}</span>
            </span>
            <code className="block pl-6 font-mono text-12 break-all text-muted">{change.pointer}</code>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <p className="mt-2 flex items-center gap-3 text-12 text-muted">
          <Button size="sm" onClick={showMore}>
            Show {formatCount(Math.min(MORE, left))} more
          </Button>
          {formatCount(Math.min(most, changes.length))} of {formatCount(total)} changes
        </p>
      )}
    </>
  );
}
