import type { Change, DescriptionDiff } from '#lib/domain/description/types.ts';
import { Badge } from '../ui/badge.tsx';
import type { BadgeProps } from '../ui/badge.tsx';
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

/** Changes beyond this many fold away. */
const FEW = 30;

/** What differs between two descriptions, the weighty first, as sentences. */
export function ChangeList({ diff }: { diff: DescriptionDiff }) {
  return (
    <>
      {GROUPS.map(({ key, title, tone, icon, none }) => (
        <Section key={key} title={title} count={diff[key].length}>
          {diff[key].length === 0 ? (
            <p className="text-13 text-muted">{none}</p>
          ) : (
            <>
              <Changes changes={diff[key].slice(0, FEW)} tone={tone} icon={icon} />
              {diff[key].length > FEW && (
                <details className="mt-2 text-13">
                  <summary className="cursor-pointer text-muted">{diff[key].length - FEW} more</summary>
                  <Changes changes={diff[key].slice(FEW)} tone={tone} icon={icon} />
                </details>
              )}
            </>
          )}
        </Section>
      ))}
    </>
  );
}

function Changes({
  changes,
  tone,
  icon,
}: {
  changes: readonly Change[];
  tone: BadgeProps['tone'];
  icon: BadgeProps['icon'];
}) {
  return (
    <ul className="divide-y divide-line text-13">
      {changes.map((change) => (
        <li key={change.kind + change.pointer + change.what} className="py-1.5">
          <span className="flex items-baseline gap-2">
            <Badge tone={tone} icon={icon} plain>
              <span className="sr-only">{change.kind}</span>
            </Badge>
            <span className="min-w-0">{change.what}</span>
          </span>
          <code className="block pl-6 font-mono text-12 break-all text-muted">{change.pointer}</code>
        </li>
      ))}
    </ul>
  );
}
