import type { ApiRowDto } from '#lib/domain/apis/dto.ts';
import { Button } from '../ui/button.tsx';
import { RiskFigure } from '../ui/risk-figure.tsx';
import type { Column } from '../ui/table-column.ts';
import { TeamLink } from '../ui/team-link.tsx';
import { TierBadge } from '../ui/tier-badge.tsx';

interface OfferActions {
  /** Slug of the receiving team. */
  team: string;
  /** Why this person may not answer. */
  refusal: string | undefined;
  onAnswer: (api: ApiRowDto, answer: 'accept' | 'decline') => void;
}

export function offerColumns({ team, refusal, onAnswer }: OfferActions): readonly Column<ApiRowDto>[] {
  return [
    { key: 'name', header: 'API', cell: (api) => <span className="font-medium">{api.name}</span> },
    {
      key: 'owner',
      header: 'Owner until then',
      priority: 2,
      cell: (api) =>
        api.owner.state === 'accepted' && api.owner.team !== team ? (
          <TeamLink slug={api.owner.team} name={api.owner.teamName} />
        ) : (
          <TeamLink slug={null} />
        ),
    },
    { key: 'tier', header: 'Tier', width: 96, cell: (api) => <TierBadge tier={api.tier} plain /> },
    {
      key: 'risk',
      header: 'Risk',
      width: 112,
      cell: (api) => <RiskFigure score={api.risk.score} level={api.risk.level} />,
    },
    {
      key: 'answer',
      header: 'Answer',
      width: 168,
      align: 'end',
      isNamedInCard: false,
      cell: (api) => (
        <span className="inline-flex gap-1.5">
          <Button
            size="sm"
            variant="ghost"
            aria-label={`Decline ${api.name}`}
            disabledReason={refusal}
            onClick={() => onAnswer(api, 'decline')}
          >
            Decline
          </Button>
          <Button
            size="sm"
            aria-label={`Accept ${api.name}`}
            disabledReason={refusal}
            onClick={() => onAnswer(api, 'accept')}
          >
            Accept
          </Button>
        </span>
      ),
    },
  ];
}
