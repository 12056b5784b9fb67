import type { TokenDto } from '#lib/domain/people/dto.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import type { Column } from '../ui/table-column.ts';

interface TokenActions {
  /** Adds whose each is. */
  isEverybodys: boolean;
  onRevoke: (token: TokenDto) => void;
}

export function tokenColumns({ isEverybodys, onRevoke }: TokenActions): readonly Column<TokenDto>[] {
  return [
    {
      key: 'name',
      header: 'Token',
      width: isEverybodys ? '26%' : '38%',
      cell: (token) => <span className="truncate font-medium">{token.name}</span>,
    },
    ...(isEverybodys ? [OWNER] : []),
    {
      key: 'prefix',
      header: 'Begins with',
      width: 120,
      priority: 2,
      cell: (token) => <code className="font-mono text-12">{token.prefix}…</code>,
    },
    {
      key: 'createdAt',
      header: 'Made',
      sort: 'createdAt',
      startsDescending: true,
      width: 130,
      cell: (token) => <RelativeTime at={token.createdAt} />,
    },
    { key: 'expiresAt', header: 'Ends', width: 150, cell: (token) => <Ends at={token.expiresAt} /> },
    {
      key: 'revoke',
      header: 'Revoke',
      width: 96,
      align: 'end',
      isNamedInCard: false,
      cell: (token) => (
        <Button size="sm" variant="ghost" aria-label={`Revoke ${token.name}`} onClick={() => onRevoke(token)}>
          Revoke
        </Button>
      ),
    },
  ];
}

const OWNER: Column<TokenDto> = {
  key: 'owner',
  header: 'Acts for',
  cell: (token) => (
    <span className="truncate">
      {token.owner} {token.ownerKind === 'service' && <span className="text-muted">service</span>}
    </span>
  ),
};

function Ends({ at }: { at: string | null }) {
  if (at === null) {
    return (
      <Badge tone="medium" icon="triangle-alert" tip="It works until somebody revokes it" plain>
        Never
      </Badge>
    );
  }
  return <RelativeTime at={at} />;
}
