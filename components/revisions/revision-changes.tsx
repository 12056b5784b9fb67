'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { exactDate } from '#lib/client/format-time.ts';
import { useAnswer } from '#lib/client/use-answer.ts';
import { useList } from '#lib/client/use-list.ts';
import type { RevisionDiffDto, RevisionDto } from '#lib/domain/revisions/dto.ts';
import { ScoreChange } from '../findings/score-change.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { useZone } from '../ui/zone.tsx';
import { ChangeList } from './change-list.tsx';
import { ChangedFindings } from './changed-findings.tsx';
import { changedPlace, changesAddress, diffSearch } from './changes-address.ts';

const FEW_REVISIONS = 50;

interface RevisionChangesProps {
  slug: string;
  from: string;
  to: string;
}

/** What a revision changes against another: what it mends, what it breaks, and whether a sign-off covers it still. */
export function RevisionChanges({ slug, from, to }: RevisionChangesProps) {
  const [isAll, setAll] = useState(false);
  const { data } = useAnswer<RevisionDiffDto>(`/apis/${slug}/diff`, diffSearch(from, to, isAll), {
    keepsLast: true,
  });
  const { data: older } = useAnswer<RevisionDto>(`/apis/${slug}/revisions/${from}`);
  const { data: newer } = useAnswer<RevisionDto>(`/apis/${slug}/revisions/${to}`);
  const router = useRouter();
  if (!data || !older || !newer) return null;
  return (
    <>
      <header>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 className="text-16 font-semibold">
            From revision {older.number} to {newer.number}
          </h2>
          <div className="flex flex-wrap items-center gap-2">
            <Choice
              slug={slug}
              label="Older side"
              chosen={older}
              onChoose={({ id }) => router.push(changesAddress(slug, id, to))}
            />
            <Choice
              slug={slug}
              label="Newer side"
              chosen={newer}
              onChoose={({ id }) => router.push(changesAddress(slug, from, id))}
            />
            <LinkButton size="sm" href={`/apis/${slug}/description?revision=${to}`} icon="arrow-left">
              Back to the description
            </LinkButton>
          </div>
        </div>
        <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-13">
          {older.scan.score !== null && newer.scan.score !== null && (
            <ScoreChange before={older.scan} after={newer.scan} />
          )}
          <span className="text-muted">
            {newer.uploadedBy} brought revision {newer.number} <RelativeTime at={newer.uploadedAt} />
          </span>
        </p>
        <p className="mt-1 text-13 text-muted">
          {data.materialChange
            ? 'The two differ in what matters to security: a sign-off of the older one does not cover the newer one.'
            : 'Nothing that matters to security differs: a sign-off of the older one covers the newer one too.'}
          {older.scan.ruleSet !== newer.scan.ruleSet &&
            ` They were scanned by different rules (${older.scan.ruleSet ?? 'none'} and ${newer.scan.ruleSet ?? 'none'}): findings and scores may differ by that alone.`}
        </p>
      </header>
      <ChangedFindings {...{ slug, from, to }} />
      <ChangeList
        key={`${from} ${to}`}
        diff={data}
        counts={data.counts}
        kinds={data.kinds}
        onMore={() => setAll(true)}
        placeHref={changedPlace(slug, from, to)}
      />
    </>
  );
}

interface ChoiceProps {
  slug: string;
  label: string;
  chosen: RevisionDto;
  onChoose: (revision: RevisionDto) => void;
}

function Choice({ slug, label, chosen, onChoose }: ChoiceProps) {
  const { rows } = useList<RevisionDto>(`/apis/${slug}/revisions`, '', FEW_REVISIONS);
  const zone = useZone();
  return (
    <Menu
      label={label}
      text={`${label}: ${chosen.number}`}
      icon="history"
      items={rows.map((revision) => ({
        label: `${revision.number}: ${revision.version || 'no version'}, ${exactDate(Date.parse(revision.uploadedAt), zone)}`,
        isChecked: revision.id === chosen.id,
        onSelect: () => onChoose(revision),
      }))}
    />
  );
}
