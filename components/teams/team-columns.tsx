import { levelOf } from '#lib/domain/risk/score.ts';
import type { TeamRowDto } from '#lib/domain/teams/dto.ts';
import { Icon } from '../ui/icon.tsx';
import { RiskFigure } from '../ui/risk-figure.tsx';
import type { Column } from '../ui/table-column.ts';

const NONE = <span className="text-muted">–</span>;

/** What every list of teams shows beside the name. */
export const TEAM_FIGURES: readonly Column<TeamRowDto>[] = [
  {
    key: 'members',
    header: 'Members',
    width: 92,
    align: 'end',
    priority: 2,
    cell: (team) => <MemberCount team={team} />,
  },
  {
    key: 'apis',
    header: 'Own APIs',
    width: 88,
    align: 'end',
    priority: 2,
    cell: (team) => team.apiCount || NONE,
  },
  {
    key: 'below',
    header: 'With below',
    width: 96,
    align: 'end',
    tip: 'APIs of the team and of all teams below it',
    cell: (team) => team.subtreeApiCount || NONE,
  },
  {
    key: 'blocked',
    header: 'Blocked',
    width: 80,
    align: 'end',
    tip: 'Of these, how many production would not let through now',
    cell: (team) =>
      team.blockedCount > 0 ? <span className="text-prevented">{team.blockedCount}</span> : NONE,
  },
  {
    key: 'average',
    header: 'Average',
    width: 80,
    align: 'end',
    priority: 3,
    tip: 'Average risk score, with the teams below',
    cell: (team) => team.averageRisk ?? NONE,
  },
  {
    key: 'worst',
    header: 'Worst risk',
    width: 124,
    tip: 'Score of the worst API, with the teams below',
    cell: (team) =>
      team.worstRisk === null ? NONE : <RiskFigure score={team.worstRisk} level={levelOf(team.worstRisk)} />,
  },
  {
    key: 'offers',
    header: 'Offers',
    width: 76,
    align: 'end',
    priority: 3,
    tip: 'APIs offered to the team that nobody has accepted yet',
    cell: (team) => (team.offerCount > 0 ? <span className="text-awaiting">{team.offerCount}</span> : NONE),
  },
];

/** For flat lists: found ones, teams below one. */
export const TEAM_COLUMNS: readonly Column<TeamRowDto>[] = [
  {
    key: 'name',
    header: 'Team',
    cell: (team) => (
      <span className="flex min-w-0 items-baseline gap-2">
        <span className="truncate font-medium">{team.name}</span>
        {team.path.length > 1 && (
          <span className="truncate font-mono text-12 text-muted">{team.path.slice(0, -1).join(' / ')}</span>
        )}
      </span>
    ),
  },
  ...TEAM_FIGURES,
];

function MemberCount({ team }: { team: TeamRowDto }) {
  const canAct = team.managerCount + team.approverCount > 0;
  return (
    <span className="inline-flex items-center gap-1.5">
      {!canAct && (
        <span
          role="img"
          aria-label="No manager and no approver"
          data-tip="No manager and no approver: the team above is asked"
          className="inline-flex text-risk-high"
        >
          <Icon name="user-x" size={14} />
        </span>
      )}
      {team.memberCount}
    </span>
  );
}
