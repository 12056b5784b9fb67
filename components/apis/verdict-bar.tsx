'use client';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import type { ApiDto, VerdictDto } from '#lib/domain/apis/dto.ts';
import { cx } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { SignOffBadge } from '../ui/sign-off-badge.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { VerdictReasons } from './verdict-reasons.tsx';
import { verdictWords } from './verdict-words.ts';

/** In the page from the start, as everything here; it can be pressed a moment later. */
const Segmented = lazyPart(
  async () => (await import('../ui/segmented.tsx')).Segmented<string>,
  () => null,
);

const TONES = {
  allowed: { box: 'border-allowed/40 bg-allowed-soft/50', ink: 'text-allowed', icon: 'state-allowed' },
  prevented: {
    box: 'border-prevented/40 bg-prevented-soft/50',
    ink: 'text-prevented',
    icon: 'state-prevented',
  },
  awaiting: { box: 'border-awaiting/40 bg-awaiting-soft/50', ink: 'text-awaiting', icon: 'state-awaiting' },
  invalid: { box: 'border-line bg-sunken', ink: 'text-invalid', icon: 'state-invalid' },
} as const;

const initial = (verdicts: readonly VerdictDto[]) =>
  verdicts.find((one) => one.environment === 'production') ?? verdicts.at(-1);

/**
 * May the newest description ship, and if not, who can change that: the answer people came for. Beside another subject it
 * leaves that the first place on a phone.
 */
export function VerdictBar({ api }: { api: ApiDto }) {
  const isAside = usePathname() !== `/apis/${api.slug}`;
  const [chosen, setChosen] = useState<string | null>(null);
  const verdict = api.verdicts.find((one) => one.environment === chosen) ?? initial(api.verdicts);
  if (!verdict) return null;
  const { box, ink, icon } = TONES[verdict.outcome];
  const { title, detail } = verdictWords(verdict);
  return (
    <section aria-label="May it ship?" className={cx('mb-2 rounded-md border px-4 py-2.5', box)}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Icon name={icon} size={20} className={ink} />
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="text-16 font-semibold">{title}</h2>
          {detail && <p className="text-13 text-muted">{detail}</p>}
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <SignOffBadge state={verdict.signOff.state} validUntil={verdict.signOff.validUntil} />
          {api.verdicts.length > 1 && (
            <Segmented
              label="Environment"
              value={verdict.environment}
              onChange={setChosen}
              choices={api.verdicts.map((one) => ({ value: one.environment, label: one.environmentName }))}
            />
          )}
        </div>
      </div>
      <div className={cx(isAside && 'max-sm:hidden')}>
        <VerdictReasons api={api} verdict={verdict} most={isAside ? 1 : 4} />
      </div>
      {isAside && verdict.reasons.length > 0 && (
        <p className="mt-2 text-13 sm:hidden">
          <TextLink href={`/apis/${api.slug}`}>Why, and who can change it</TextLink>
        </p>
      )}
    </section>
  );
}
