import type { ReactNode } from 'react';
import type { ApiRowDto } from '#lib/domain/apis/dto.ts';
import { OutcomeBadge } from '../ui/outcome-badge.tsx';
import { RiskFigure } from '../ui/risk-figure.tsx';
import { SignOffBadge } from '../ui/sign-off-badge.tsx';
import { TextLink } from '../ui/text-link.tsx';

/** An API as a line of work. */
export function ApiLine({ api, action }: { api: ApiRowDto; action?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="min-w-0 flex-1 basis-48 truncate">
        <TextLink href={`/apis/${api.slug}`}>{api.name}</TextLink>{' '}
        <span className="text-muted">{api.owner.teamName}</span>
      </span>
      <SignOffBadge state={api.signOff.state} validUntil={api.signOff.validUntil} plain />
      <OutcomeBadge outcome={api.gate} plain />
      <RiskFigure score={api.risk.score} level={api.risk.level} />
      {action}
    </div>
  );
}
