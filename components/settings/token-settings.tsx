'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { apiSend } from '#lib/client/api.ts';
import type { TokenDto } from '#lib/domain/people/dto.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { ResourceList } from '../ui/resource-list.tsx';
import type { Column } from '../ui/table-column.ts';
import { TokenDialog } from './token-dialog.tsx';

const SPEC = { filters: [], sort: '-createdAt' };
const keyOf = (token: TokenDto) => token.id;
const nameOf = (token: TokenDto) => token.name;

/** One's own tokens: they act with one's own rights, and end when one leaves. */
export function TokenSettings() {
  const client = useQueryClient();
  const [isMaking, setMaking] = useState(false);
  const [ending, setEnding] = useState<TokenDto | null>(null);
  const columns: readonly Column<TokenDto>[] = [
    {
      key: 'name',
      header: 'Token',
      width: '34%',
      cell: (token) => <span className="truncate font-medium">{token.name}</span>,
    },
    {
      key: 'prefix',
      header: 'Begins with',
      width: 130,
      cell: (token) => <code className="font-mono text-12">{token.prefix}…</code>,
    },
    {
      key: 'createdAt',
      header: 'Made',
      sort: 'createdAt',
      startsDescending: true,
      width: 120,
      cell: (token) => <RelativeTime at={token.createdAt} />,
    },
    {
      key: 'expiresAt',
      header: 'Ends',
      width: 120,
      cell: (token) => (token.expiresAt ? <RelativeTime at={token.expiresAt} /> : 'Never'),
    },
    {
      key: 'end',
      header: '',
      width: 100,
      align: 'end',
      cell: (token) => (
        <Button
          size="sm"
          variant="ghost"
          aria-label={`Revoke ${token.name}`}
          onClick={() => setEnding(token)}
        >
          Revoke
        </Button>
      ),
    },
  ];
  return (
    <>
      <ResourceList<TokenDto>
        path="/tokens"
        spec={SPEC}
        unit="tokens"
        columns={columns}
        keyOf={keyOf}
        nameOf={nameOf}
        exportName="tokens"
        toolbar={
          <Button icon="plus" variant="primary" onClick={() => setMaking(true)}>
            Make a token
          </Button>
        }
        nothing={
          <EmptyState
            kind="nothing"
            title="You have no tokens"
            action={<Button onClick={() => setMaking(true)}>Make a token</Button>}
          />
        }
      />
      {isMaking && <TokenDialog onClose={() => setMaking(false)} />}
      {ending && (
        <ConfirmDialog
          isOpen
          onClose={() => setEnding(null)}
          title={`Revoke ${ending.name}`}
          consequence="Whatever uses it is refused from the next request on. It cannot be brought back."
          confirmLabel="Revoke"
          isDanger
          onConfirm={async () => {
            await apiSend('DELETE', `/tokens/${ending.id}`);
            await client.invalidateQueries();
          }}
        />
      )}
    </>
  );
}
