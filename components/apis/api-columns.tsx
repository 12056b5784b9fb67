import type { ApiRowDto } from '#lib/domain/apis/dto.ts';
import { Badge } from '../ui/badge.tsx';
import { OutcomeBadge } from '../ui/outcome-badge.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { RiskFigure } from '../ui/risk-figure.tsx';
import { SignOffBadge } from '../ui/sign-off-badge.tsx';
import type { Column } from '../ui/table-column.ts';
import { TeamLink } from '../ui/team-link.tsx';
import { TierBadge } from '../ui/tier-badge.tsx';
import { API_WORDS } from './api-words.ts';

export const API_COLUMNS: readonly Column<ApiRowDto>[] = [
  {
    key: 'name',
    header: 'API',
    sort: 'name',
    width: '27%',
    cell: (api) => (
      <span className="flex min-w-0 items-baseline gap-2">
        <span className="truncate font-medium">{api.name}</span>
        {api.application && (
          <span className="min-w-0 flex-1 basis-0 truncate text-12 text-muted">{api.application.name}</span>
        )}
      </span>
    ),
  },
  {
    key: 'owner',
    header: 'Owner',
    sort: 'owner',
    width: '19%',
    cell: (api) => (
      <TeamLink
        slug={api.owner.team}
        name={api.owner.teamName ?? undefined}
        offered={api.owner.state === 'offered'}
      />
    ),
  },
  {
    key: 'tier',
    header: 'Tier',
    sort: 'tier',
    startsDescending: true,
    width: 108,
    priority: 2,
    cell: (api) => <TierBadge tier={api.tier} plain />,
  },
  {
    key: 'risk',
    header: 'Risk',
    sort: 'risk',
    startsDescending: true,
    width: 128,
    tip: '0 to 100, higher is worse. The page of an API shows the sum.',
    cell: (api) => <RiskFigure score={api.risk.score} level={api.risk.level} />,
  },
  {
    key: 'signOff',
    header: 'Sign-off',
    sort: 'signOffValidUntil',
    width: 150,
    cell: (api) => <SignOffBadge state={api.signOff.state} validUntil={api.signOff.validUntil} plain />,
  },
  { key: 'gate', header: 'Production', width: 148, cell: (api) => <OutcomeBadge outcome={api.gate} plain /> },
  {
    key: 'running',
    header: 'Runs',
    width: 92,
    priority: 3,
    tip: 'Version that was last promoted to production or seen there',
    cell: (api) =>
      api.productionRevision ? (
        <span className="font-mono text-12">{api.productionRevision.version}</span>
      ) : (
        <span className="text-muted">–</span>
      ),
  },
  {
    key: 'lifecycle',
    header: 'Lifecycle',
    width: 112,
    isHidden: true,
    cell: (api) => (
      <Badge tone="neutral" plain>
        {API_WORDS[api.lifecycle]}
      </Badge>
    ),
  },
  { key: 'exposure', header: 'Exposure', width: 96, isHidden: true, cell: (api) => API_WORDS[api.exposure] },
  { key: 'dataClass', header: 'Data', width: 112, isHidden: true, cell: (api) => API_WORDS[api.dataClass] },
  {
    key: 'updatedAt',
    header: 'Changed',
    sort: 'updatedAt',
    startsDescending: true,
    width: 110,
    priority: 3,
    align: 'end',
    cell: (api) => <RelativeTime at={api.updatedAt} />,
  },
];
