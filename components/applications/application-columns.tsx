import type { ApplicationRowDto } from '#lib/domain/applications/dto.ts';
import { RiskFigure } from '../ui/risk-figure.tsx';
import type { Column } from '../ui/table-column.ts';
import { TeamLink } from '../ui/team-link.tsx';
import { TextLink } from '../ui/text-link.tsx';

const NONE = <span className="text-muted">–</span>;

export const APPLICATION_COLUMNS: readonly Column<ApplicationRowDto>[] = [
  {
    key: 'name',
    header: 'Application',
    sort: 'name',
    width: '28%',
    cell: (application) => <span className="font-medium">{application.name}</span>,
  },
  {
    key: 'risk',
    header: 'Risk',
    sort: 'risk',
    startsDescending: true,
    width: 124,
    tip: 'Score of its worst API',
    cell: (application) =>
      application.risk ? (
        <RiskFigure score={application.risk.score} level={application.risk.level} />
      ) : (
        <span className="text-muted">No API</span>
      ),
  },
  {
    key: 'worst',
    header: 'Because of',
    cell: (application) =>
      application.risk ? (
        <TextLink href={`/apis/${application.risk.worstApi}`} quiet>
          <span className="font-mono text-12">{application.risk.worstApi}</span>
        </TextLink>
      ) : (
        NONE
      ),
  },
  {
    key: 'team',
    header: 'Team',
    priority: 2,
    cell: (application) =>
      application.team ? <TeamLink slug={application.team} name={application.teamName} /> : NONE,
  },
  {
    key: 'apis',
    header: 'APIs',
    width: 76,
    align: 'end',
    cell: (application) => application.apiCount || NONE,
  },
  {
    key: 'blocked',
    header: 'Blocked',
    width: 96,
    align: 'end',
    tip: 'APIs that production would not let through now',
    cell: (application) =>
      application.blockedCount > 0 ? (
        <span className="text-prevented">
          {application.blockedCount} of {application.apiCount}
        </span>
      ) : (
        NONE
      ),
  },
];
