'use client';
import { useState } from 'react';
import { useList } from '#lib/client/use-list.ts';
import { BLOCKED_QUERY } from '#lib/domain/apis/running.ts';
import type { TeamDto, TeamRowDto } from '#lib/domain/teams/dto.ts';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { Section } from '../ui/section.tsx';
import { Stat, StatRow } from '../ui/stat.tsx';
import { MemberList } from './member-list.tsx';
import { TEAM_COLUMNS } from './team-columns.tsx';
import { childrenQuery } from './team-list-spec.ts';
import { useTeam } from './use-team.ts';

const TeamOffers = lazyPart(
  async () => (await import('./team-offers.tsx')).TeamOffers,
  () => null,
);

const PAGE = 50;
const keyOf = (team: TeamRowDto) => team.slug;
const nameOf = (team: TeamRowDto) => team.name;
const hrefOf = (team: TeamRowDto) => `/teams/${team.slug}`;

/** What waits for the team, who is in it, and what stands below it. */
export function TeamOverview({ slug }: { slug: string }) {
  const team = useTeam(slug);
  if (!team) return null;
  return (
    <>
      <TeamFigures team={team} />
      {team.offerCount > 0 && <TeamOffers team={team} />}
      <MemberList team={team} />
      {team.children.length > 0 && <TeamsBelow team={team} />}
    </>
  );
}

function TeamFigures({ team }: { team: TeamDto }) {
  // What is only offered to the team is no API of its own yet.
  const own = `/apis?team=${team.slug}&ownership=owned&ownership=stale`;
  const below = `${own}&subtree=true`;
  return (
    <StatRow label="In figures">
      <Stat label="Own APIs" value={team.apiCount} href={`${own}&sort=-risk`} />
      <Stat label="With teams below" value={team.subtreeApiCount} href={`${below}&sort=-risk`} />
      <Stat
        label="Blocked from production"
        value={team.blockedCount}
        href={`${below}&${BLOCKED_QUERY}&sort=-risk`}
      />
      <Stat label="Offers that wait" value={team.offerCount} />
      <Stat label="Can approve" value={team.managerCount + team.approverCount} />
      <Stat label="Members" value={team.memberCount} />
    </StatRow>
  );
}

function TeamsBelow({ team }: { team: TeamDto }) {
  const [rows, setRows] = useState(PAGE);
  const list = useList<TeamRowDto>('/teams', childrenQuery(team.slug), rows);
  return (
    <Section title="Teams below" count={list.total ?? team.children.length} frame="flush">
      <DataTable
        label="Teams below"
        columns={TEAM_COLUMNS}
        rows={list.rows}
        rowKey={keyOf}
        rowLabel={nameOf}
        rowHref={hrefOf}
        total={list.total}
        isFirstLoad={list.isFirstLoad}
        isBusy={list.isBusy}
        error={list.error}
        onRetry={list.retry}
        empty={<EmptyState kind="nothing" title="There is no team below" />}
      />
      {list.hasMore && (
        <LoadMore
          shown={list.rows.length}
          total={list.total}
          unit="teams"
          hasMore
          isBusy={list.isBusy}
          onMore={() => setRows(rows + PAGE)}
        />
      )}
    </Section>
  );
}
