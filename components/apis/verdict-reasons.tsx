import { formatCounted } from '#lib/client/format-number.ts';
import type { ApiDto, VerdictDto } from '#lib/domain/apis/dto.ts';
import type { ReasonDto } from '#lib/domain/gate/dto.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { Tip } from '../ui/tip.tsx';

/** People beyond this many are only counted. */
const FEW_PEOPLE = 6;

interface VerdictReasonsProps {
  api: ApiDto;
  verdict: VerdictDto;
  /** Reasons beyond this many fold away. */
  most: number;
}

export function VerdictReasons({ api, verdict, most }: VerdictReasonsProps) {
  // That the gate only watches is said in the heading.
  const reasons = verdict.reasons.filter((reason) => reason.code !== 'shadow');
  if (reasons.length === 0) return null;
  const unblockers = [...new Set(reasons.flatMap((reason) => reason.unblockers))];
  return (
    <>
      <ul className="mt-1.5 space-y-1">
        {reasons.slice(0, most).map((reason) => (
          <ReasonLine key={reason.code + reason.message} reason={reason} />
        ))}
      </ul>
      {reasons.length > most && (
        <details className="mt-1 text-13">
          <summary className="cursor-pointer text-muted">
            {formatCounted(reasons.length - most, 'more reason')}
          </summary>
          <ul className="mt-1 space-y-1">
            {reasons.slice(most).map((reason) => (
              <ReasonLine key={reason.code + reason.message} reason={reason} />
            ))}
          </ul>
        </details>
      )}
      {unblockers.length > 0 && (
        <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-13">
          <p className="min-w-0 wrap-anywhere sm:flex-1">
            <span className="text-muted">Can be unblocked by </span>
            {unblockers.slice(0, FEW_PEOPLE).join(', ')}
            {unblockers.length > FEW_PEOPLE && (
              <Tip className="text-muted" text={unblockers.slice(FEW_PEOPLE).join(', ')}>
                {' '}
                and {unblockers.length - FEW_PEOPLE} more
              </Tip>
            )}
          </p>
          <LinkButton href={askLink(api, verdict, unblockers)} size="sm" icon="send">
            Ask them
          </LinkButton>
        </div>
      )}
    </>
  );
}

function ReasonLine({ reason }: { reason: ReasonDto }) {
  const { pathname } = new URL(reason.url);
  return (
    <li className="text-13">
      {reason.message}{' '}
      <TextLink href={pathname} quiet>
        <code className="font-mono text-12">{reason.code}</code>
      </TextLink>
    </li>
  );
}

/** A mail with the sentences and the address in it: it reaches people who never open the portal. */
function askLink(api: ApiDto, verdict: VerdictDto, to: readonly string[]): string {
  const [first] = verdict.reasons;
  const lines = [...verdict.reasons.map((reason) => `- ${reason.message}`), '', first?.url ?? ''];
  const subject = encodeURIComponent(
    `${api.name} waits for you before it may ship to ${verdict.environmentName}`,
  );
  return `mailto:${to.join(',')}?subject=${subject}&body=${encodeURIComponent(lines.join('\n'))}`;
}
