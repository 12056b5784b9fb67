import type { UnownedRowDto } from '#lib/domain/ownership/dto.ts';
import { Badge } from '../ui/badge.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { RiskFigure } from '../ui/risk-figure.tsx';
import type { Column } from '../ui/table-column.ts';
import { TeamLink } from '../ui/team-link.tsx';
import { TierBadge } from '../ui/tier-badge.tsx';
import { UNOWNED_WORDS } from './unowned-words.ts';

export const UNOWNED_COLUMNS: readonly Column<UnownedRowDto>[] = [
  {
    key: 'name',
    header: 'API',
    sort: 'name',
    width: '26%',
    cell: (row) => <span className="font-medium">{row.name}</span>,
  },
  {
    key: 'kind',
    header: 'What is missing',
    width: 188,
    isNamedInCard: false,
    cell: (row) => (
      <Badge tone="high" icon={UNOWNED_WORDS[row.kind].icon} tip={UNOWNED_WORDS[row.kind].mend} plain>
        {UNOWNED_WORDS[row.kind].label}
      </Badge>
    ),
  },
  {
    key: 'team',
    header: 'Team',
    cell: (row) =>
      row.team ? <TeamLink slug={row.team} name={row.teamName} /> : <span className="text-muted">–</span>,
  },
  {
    key: 'inbox',
    header: 'Can be mended by',
    priority: 2,
    tip: 'The nearest team upwards that has a manager',
    cell: (row) =>
      row.inbox ? (
        <TeamLink slug={row.inbox} name={row.inboxName} />
      ) : (
        <span className="text-muted">Any manager</span>
      ),
  },
  { key: 'tier', header: 'Tier', width: 96, priority: 2, cell: (row) => <TierBadge tier={row.tier} plain /> },
  {
    key: 'risk',
    header: 'Risk',
    sort: 'risk',
    startsDescending: true,
    width: 112,
    cell: (row) => <RiskFigure score={row.risk.score} level={row.risk.level} />,
  },
  {
    key: 'since',
    header: 'Since',
    sort: 'since',
    width: 132,
    align: 'end',
    cell: (row) => (row.since ? <RelativeTime at={row.since} /> : <span className="text-muted">–</span>),
  },
];
