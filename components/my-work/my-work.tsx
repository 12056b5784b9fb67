'use client';
import type { ApiRowDto } from '#lib/domain/apis/dto.ts';
import type { OrganisationRole } from '#lib/domain/words.ts';
import type { ReviewRowDto } from '#lib/domain/review/dto.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { ApiLine } from './api-line.tsx';
import { MY_WORK } from './my-work-queries.ts';
import { panelsFor } from './panels-for.ts';
import { ReviewLine } from './review-line.tsx';
import { WorkPanel } from './work-panel.tsx';

interface MyWorkProps {
  role: OrganisationRole;
  hasTeams: boolean;
}

const apiKey = (api: ApiRowDto) => api.slug;
const reviewKey = (review: ReviewRowDto) => review.id;

/** What waits for me, then what I own that is red, what runs out, and what became of what I asked for. */
export function MyWork({ role, hasTeams }: MyWorkProps) {
  const panels = new Set(panelsFor(role, hasTeams));
  return (
    <>
      {panels.has('waiting') && (
        <WorkPanel<ReviewRowDto>
          {...MY_WORK.waiting}
          title="Waits for my signature"
          href="/reviews?waitingFor=me&sort=dueAt"
          keyOf={reviewKey}
          line={(review) => <ReviewLine review={review} verb="Decide" />}
          nothing="Nothing waits for your signature"
        />
      )}
      {panels.has('offers') && (
        <WorkPanel<ApiRowDto>
          {...MY_WORK.offers}
          title="Offered to my teams"
          href="/apis?owner=me&ownership=offered"
          keyOf={apiKey}
          line={(api) => (
            <ApiLine
              api={api}
              action={
                <LinkButton href={`/apis/${api.slug}/ownership`} size="sm">
                  Answer
                </LinkButton>
              }
            />
          )}
          nothing="No API is offered to your teams"
        />
      )}
      {(panels.has('red') || panels.has('expiring')) && (
        <div className="grid gap-7 xl:grid-cols-2">
          {panels.has('red') && (
            <WorkPanel<ApiRowDto>
              {...MY_WORK.red}
              title="Ours and blocked from production"
              href="/apis?owner=me&gate=awaiting&gate=prevented"
              keyOf={apiKey}
              line={(api) => <ApiLine api={api} />}
              nothing="Everything of yours may ship"
            />
          )}
          {panels.has('expiring') && (
            <WorkPanel<ApiRowDto>
              {...MY_WORK.expiring}
              title="Runs out within 30 days"
              href="/apis?owner=me&signOff=expired&signOff=expiring&sort=signOffValidUntil"
              keyOf={apiKey}
              line={(api) => <ApiLine api={api} />}
              nothing="No sign-off of yours runs out soon"
            />
          )}
        </div>
      )}
      {panels.has('requests') && (
        <WorkPanel<ReviewRowDto>
          {...MY_WORK.requests}
          title="What I asked for"
          href="/reviews?requestedBy=me"
          keyOf={reviewKey}
          line={(review) => (
            <ReviewLine
              review={review}
              verb={review.state === 'draft' || review.state === 'changes-requested' ? 'Go on' : 'Open'}
            />
          )}
          nothing="You have not asked for a review"
        />
      )}
    </>
  );
}
