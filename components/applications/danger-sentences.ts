import { formatCounted } from '#lib/client/format-number.ts';
import type { ApiRowDto } from '#lib/domain/apis/dto.ts';
import { EXPOSURES } from '#lib/domain/words.ts';

type Api = Pick<ApiRowDto, 'name' | 'slug' | 'exposure' | 'dataClass' | 'gate' | 'lifecycle'> & {
  risk: Pick<ApiRowDto['risk'], 'score'>;
};

const REACH = {
  public: 'Anybody on the internet can reach it',
  partner: 'Partners can reach it',
} as const;

const worst = (apis: readonly Api[]) =>
  apis.toSorted((a, b) => b.risk.score - a.risk.score || (a.slug < b.slug ? -1 : 1));

/** How the worst API of an application endangers the rest of it, in sentences; empty for an application without APIs. */
export function dangerSentences(apis: readonly Api[]): string[] {
  const [first, ...rest] = worst(apis);
  if (!first) return [];
  const [second] = rest;
  return [
    second
      ? second.risk.score < first.risk.score
        ? `Without it the application would stand at ${second.risk.score}, because of ${second.name}.`
        : `It is not alone: ${second.name} stands at ${second.risk.score} as well.`
      : 'It is the only API of the application.',
    ...reachSentences(first, rest),
    ...blockedSentences(apis),
  ];
}

/** An intruder goes from what can be reached to what lies behind. */
function reachSentences(first: Api, rest: readonly Api[]): string[] {
  const rank = (api: Api) => EXPOSURES.indexOf(api.exposure);
  if (first.exposure !== 'internal') {
    const behind = rest.filter((api) => rank(api) < rank(first));
    if (behind.length === 0) return [`${REACH[first.exposure]}.`];
    const precious = behind.filter(
      (api) => api.dataClass === 'confidential' || api.dataClass === 'restricted',
    ).length;
    return [
      `${REACH[first.exposure]}, and ${formatCounted(behind.length, 'API')} of the application ${behind.length === 1 ? 'is' : 'are'} less open than it${precious > 0 ? `, ${precious} of them with confidential or restricted data` : ''}: whoever gets in here stands next to them.`,
    ];
  }
  const open = rest.filter((api) => api.exposure !== 'internal').length;
  return open === 0
    ? []
    : [
        `It is internal, but ${formatCounted(open, 'API')} of the application can be reached from outside: whoever gets in there stands next to it.`,
      ];
}

function blockedSentences(apis: readonly Api[]): string[] {
  const counted = apis.filter((api) => api.lifecycle !== 'retired');
  const blocked = counted.filter((api) => api.gate !== 'allowed').length;
  if (blocked === 0 || counted.length < 2) return [];
  return [
    blocked === counted.length
      ? 'Production would let none of its APIs through now.'
      : `A release of the whole application would wait: production would not let ${blocked} of its ${counted.length} APIs through now.`,
  ];
}
