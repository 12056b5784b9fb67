'use client';
import { useState } from 'react';
import { formatCount } from '#lib/client/format-number.ts';
import type { Change } from '#lib/domain/description/types.ts';
import { Badge } from '../ui/badge.tsx';
import type { BadgeProps } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { SkeletonText } from '../ui/skeleton.tsx';
import { TextLink } from '../ui/text-link.tsx';

export type PlaceHref = (pointer: string) => string;

/** More changes of one kind than these fold away: a patch may change thousands of places in the same way. */
const FEW = 8;
/** Shown of an open fold at first, and how many each press adds. */
const MORE = 200;

interface ChangesOfKindProps {
  kind: string;
  /** Those that are known. */
  changes: readonly Change[];
  /** Of all. */
  count: number;
  tone: BadgeProps['tone'];
  icon: BadgeProps['icon'];
  onMore?: () => void;
  placeHref: PlaceHref;
}

/** `input-narrowed` as one says it. */
const worded = (kind: string) => kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' ');

/** Changes of one kind; many of them only by their number until they are asked for. */
export function ChangesOfKind({ kind, changes, count, onMore, ...look }: ChangesOfKindProps) {
  const [most, setMost] = useState(MORE);
  const isShort = changes.length < count;
  if (count <= FEW && !isShort) return <Lines changes={changes} {...look} />;
  const left = changes.length - most;
  return (
    <details onToggle={({ currentTarget: { open } }) => open && isShort && onMore?.()}>
      <summary className="cursor-pointer">
        <span className="font-medium">{worded(kind)}</span>{' '}
        <span className="text-muted tabular-nums">{formatCount(count)}</span>
        {changes[0] && <span className="block truncate pl-4 text-muted">For example: {changes[0].what}</span>}
      </summary>
      <div className="mt-1.5 pl-4">
        <Lines changes={changes.slice(0, most)} {...look} />
        {isShort && onMore && <SkeletonText lines={2} />}
        {left > 0 && (
          <p className="mt-2 flex items-center gap-3 text-12 text-muted">
            <Button size="sm" onClick={() => setMost(most + MORE)}>
              Show {formatCount(Math.min(MORE, left))} more
            </Button>
            {formatCount(most)} of {formatCount(count)} changes
          </p>
        )}
      </div>
    </details>
  );
}

type LinesProps = Pick<ChangesOfKindProps, 'changes' | 'tone' | 'icon' | 'placeHref'>;

function Lines({ changes, tone, icon, placeHref }: LinesProps) {
  return (
    <ul className="divide-y divide-line">
      {changes.map((change) => (
        <li key={change.kind + change.pointer + change.what} className="py-1.5 first:pt-0 last:pb-0">
          <span className="flex items-baseline gap-2">
            <Badge tone={tone} icon={icon} plain>
              <span className="sr-only">{change.kind}</span>
            </Badge>
            <span className="min-w-0 wrap-anywhere">{change.what}</span>
          </span>
          {change.pointer !== '' && (
            <span className="block pl-6 text-12">
              <TextLink href={placeHref(change.pointer)} quiet>
                <code className="font-mono break-all text-muted">{change.pointer}</code>
              </TextLink>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
