import type { PersonDto } from '#lib/domain/people/dto.ts';
import { ROLE_WORDS } from '../shell/shell-person.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { PersonName } from '../ui/person-name.tsx';
import type { Column } from '../ui/table-column.ts';
import { TextLink } from '../ui/text-link.tsx';

interface PeopleActions {
  /** Why this person may not change anybody. */
  refusal: string | undefined;
  onChange: (person: PersonDto) => void;
}

const FEW = 2;

export function peopleColumns({ refusal, onChange }: PeopleActions): readonly Column<PersonDto>[] {
  return [
    {
      key: 'name',
      header: 'Person',
      sort: 'name',
      width: '24%',
      cell: (person) => <PersonName name={person.name} avatar className="font-medium" />,
    },
    {
      key: 'email',
      header: 'E-mail',
      sort: 'email',
      width: '28%',
      isNamedInCard: false,
      cell: (person) => <span className="text-muted">{person.email}</span>,
    },
    {
      key: 'role',
      header: 'Role',
      sort: 'role',
      width: 152,
      isNamedInCard: false,
      cell: (person) => (person.active ? ROLE_WORDS[person.role] : <Badge tone="invalid">Deactivated</Badge>),
    },
    { key: 'teams', header: 'Teams', priority: 2, cell: (person) => <Teams teams={person.teams} /> },
    {
      key: 'change',
      header: 'Change',
      width: 96,
      align: 'end',
      isNamedInCard: false,
      cell: (person) => (
        <Button
          size="sm"
          variant="ghost"
          aria-label={`Change ${person.name}`}
          onClick={() => onChange(person)}
          disabledReason={refusal}
        >
          Change
        </Button>
      ),
    },
  ];
}

function Teams({ teams }: { teams: PersonDto['teams'] }) {
  if (teams.length === 0) return <span className="text-muted">–</span>;
  return (
    <span className="truncate">
      {teams.slice(0, FEW).map((team, at) => (
        <span key={team.slug}>
          {at > 0 && ', '}
          <TextLink href={`/teams/${team.slug}`} quiet>
            {team.name}
          </TextLink>
          {team.role !== 'member' && <span className="text-muted"> {team.role}</span>}
        </span>
      ))}
      {teams.length > FEW && <span className="text-muted"> and {teams.length - FEW} more</span>}
    </span>
  );
}
