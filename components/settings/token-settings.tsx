'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { apiSend } from '#lib/client/api.ts';
import { useMe } from '#lib/client/use-me.ts';
import { useTableAddress } from '#lib/client/use-table-address.ts';
import type { TokenDto } from '#lib/domain/people/dto.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { lazyDialog } from '../ui/lazy-dialog.tsx';
import { ResourceList } from '../ui/resource-list.tsx';
import { showToast } from '../ui/toast-store.ts';
import { tokenColumns } from './token-columns.tsx';
import { TOKEN_LIST } from './token-list-spec.ts';

const TokenDialog = lazyDialog(async () => (await import('./token-dialog.tsx')).TokenDialog);

const WORDS = { all: 'Whose', true: 'Everybody’s' };
const keyOf = (token: TokenDto) => token.id;
const nameOf = (token: TokenDto) => token.name;

/** One's own tokens: they act with one's own rights, and end when one leaves. Administrators see everybody's. */
export function TokenSettings() {
  const client = useQueryClient();
  const me = useMe();
  const address = useTableAddress(TOKEN_LIST);
  const isEverybodys = address.filters['all'] !== undefined;
  const [isMaking, setMaking] = useState(false);
  const [ending, setEnding] = useState<TokenDto | null>(null);
  const columns = useMemo(() => tokenColumns({ isEverybodys, onRevoke: setEnding }), [isEverybodys]);
  return (
    <>
      <ResourceList<TokenDto>
        path="/tokens"
        spec={TOKEN_LIST}
        unit="tokens"
        columns={columns}
        keyOf={keyOf}
        nameOf={nameOf}
        words={WORDS}
        exportName="tokens"
        toolbar={
          <>
            <Button icon="plus" variant="primary" onClick={() => setMaking(true)}>
              Make a token
            </Button>
            {me?.role === 'admin' && (
              <Button aria-pressed={isEverybodys} onClick={() => address.toggleFilter('all', 'true')}>
                {isEverybodys ? 'My own' : 'Everybody’s'}
              </Button>
            )}
          </>
        }
        nothing={
          <EmptyState kind="nothing" icon="key-round" title="You have no token">
            Scripts and pipelines use one instead of signing in. It acts with your rights.
          </EmptyState>
        }
      />
      {isMaking && <TokenDialog onClose={() => setMaking(false)} />}
      {ending && (
        <ConfirmDialog
          isOpen
          onClose={() => setEnding(null)}
          title={`Revoke ${ending.name}`}
          consequence={`Whatever uses it is refused from the next request on${ending.owner === me?.email ? '' : `; it acts for ${ending.owner}`}. It cannot be brought back.`}
          confirmLabel="Revoke"
          isDanger
          onConfirm={async () => {
            await apiSend('DELETE', `/tokens/${ending.id}`);
            await client.invalidateQueries();
            showToast({ tone: 'done', title: `${ending.name} is revoked` });
          }}
        />
      )}
    </>
  );
}
