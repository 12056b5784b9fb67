import type { TeamMemberDto } from '#lib/domain/teams/dto.ts';
import { TEAM_ROLES } from '#lib/domain/words.ts';
import type { TeamRole } from '#lib/domain/words.ts';
import { Badge } from '../ui/badge.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { PersonName } from '../ui/person-name.tsx';
import { SelectField } from '../ui/select-field.tsx';
import type { Column } from '../ui/table-column.ts';
import { Tip } from '../ui/tip.tsx';
import { TEAM_ROLE_WORDS } from './role-words.ts';

const ROLES = TEAM_ROLES.map((value) => ({ value, label: TEAM_ROLE_WORDS[value].label }));

interface MemberActions {
  /** Why this person may not change members. */
  refusal: string | undefined;
  onChange: (member: TeamMemberDto, role: TeamRole | null) => void;
}

export function memberColumns({ refusal, onChange }: MemberActions): readonly Column<TeamMemberDto>[] {
  return [
    {
      key: 'name',
      header: 'Person',
      cell: (member) => (
        <span className="flex min-w-0 items-baseline gap-2">
          <PersonName name={member.name} avatar className="font-medium" />
          {!member.active && <Badge tone="invalid">Deactivated</Badge>}
        </span>
      ),
    },
    {
      key: 'email',
      header: 'E-mail',
      priority: 2,
      isNamedInCard: false,
      cell: (member) => <span className="text-muted">{member.email}</span>,
    },
    {
      key: 'role',
      header: 'Role',
      width: 148,
      isNamedInCard: false,
      cell: (member) =>
        refusal ? (
          <Tip text={refusal}>{TEAM_ROLE_WORDS[member.role].label}</Tip>
        ) : (
          <SelectField
            label={`Role of ${member.name}`}
            hideLabel
            choices={ROLES}
            value={member.role}
            onChange={(event) => onChange(member, event.target.value as TeamRole)}
          />
        ),
    },
    {
      key: 'remove',
      header: 'Remove',
      width: 84,
      align: 'end',
      isNamedInCard: false,
      cell: (member) => (
        <IconButton
          label={`Remove ${member.name}`}
          icon="user-x"
          size="sm"
          disabledReason={refusal}
          onClick={() => onChange(member, null)}
        />
      ),
    },
  ];
}
