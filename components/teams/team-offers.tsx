'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { apiSend } from '#lib/client/api.ts';
import { useList } from '#lib/client/use-list.ts';
import { useWhyNot } from '#lib/client/use-me.ts';
import type { ApiRowDto } from '#lib/domain/apis/dto.ts';
import { mayAccept } from '#lib/domain/ownership/rights.ts';
import type { TeamDto } from '#lib/domain/teams/dto.ts';
import { AnswerOfferDialog } from '../ownership/answer-offer-dialog.tsx';
import type { OfferAnswer } from '../ownership/answer-offer-dialog.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { Section } from '../ui/section.tsx';
import { offerColumns } from './offer-columns.tsx';
import { offersQuery } from './team-list-spec.ts';

const PAGE = 50;
const keyOf = (api: ApiRowDto) => api.slug;
const nameOf = (api: ApiRowDto) => api.name;
const hrefOf = (api: ApiRowDto) => `/apis/${api.slug}/ownership`;

interface Step {
  api: ApiRowDto;
  answer: OfferAnswer;
}

/** APIs that are offered to the team: the one thing here that waits for somebody. */
export function TeamOffers({ team }: { team: TeamDto }) {
  const client = useQueryClient();
  const whyNot = useWhyNot();
  const [rows, setRows] = useState(PAGE);
  const [step, setStep] = useState<Step | null>(null);
  const list = useList<ApiRowDto>('/apis', offersQuery(team.slug), rows);
  const refusal = whyNot((standing) =>
    mayAccept(standing, { registeredBy: null, state: 'offered', ownerPath: [], offeredPath: team.path }),
  );
  const columns = useMemo(
    () => offerColumns({ team: team.slug, refusal, onAnswer: (api, answer) => setStep({ api, answer }) }),
    [team.slug, refusal],
  );

  async function apply({ api, answer }: Step, comment: string) {
    await apiSend('POST', `/apis/${api.slug}/ownership/${answer}`, comment ? { comment } : {});
    await client.invalidateQueries();
  }

  return (
    <Section
      title="Offers that wait"
      count={list.total ?? undefined}
      description="Accepting makes the team answer for the API: its people approve what ships."
      frame="flush"
    >
      <DataTable
        label="Offers that wait"
        columns={columns}
        rows={list.rows}
        rowKey={keyOf}
        rowLabel={nameOf}
        rowHref={hrefOf}
        total={list.total}
        isFirstLoad={list.isFirstLoad}
        isBusy={list.isBusy}
        error={list.error}
        onRetry={list.retry}
        empty={<EmptyState kind="nothing" title="No offer waits" />}
      />
      {list.hasMore && (
        <LoadMore
          shown={list.rows.length}
          total={list.total}
          unit="offers"
          hasMore
          isBusy={list.isBusy}
          onMore={() => setRows(rows + PAGE)}
        />
      )}
      {step && (
        <AnswerOfferDialog
          answer={step.answer}
          api={step.api.name}
          team={team.name}
          owner={ownerOf(step.api)}
          acceptance={acceptance(step.api, team.name)}
          onAnswer={(comment) => apply(step, comment)}
          onClose={() => setStep(null)}
        />
      )}
    </Section>
  );
}

const ownerOf = ({ owner }: ApiRowDto) => (owner.state === 'accepted' ? owner.teamName : null);

function acceptance(api: ApiRowDto, team: string): string {
  const owner = ownerOf(api);
  return owner
    ? `${team} answers for it instead of ${owner}: reviews on their way become void, and sign-offs given under ${owner} no longer count.`
    : `${team} answers for it from now on.`;
}
