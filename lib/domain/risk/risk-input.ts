import { emergencyState } from '../emergencies/rules.ts';
import { isCovering } from '../exceptions/rules.ts';
import type { ApiFacts, EnvironmentFacts, GateFacts } from '../gate/facts.ts';
import { questionOf, signOffQuestion } from '../gate/question.ts';
import { hasSomebody, ownershipState } from '../ownership/attestation.ts';
import { signOffStanding } from '../review/sign-off-state.ts';
import type { Protections } from '../apis/dto.ts';
import { missingProtections } from './missing-protections.ts';
import type { RiskInput } from './score.ts';
import { tierOf } from './tier.ts';

/** What the risk needs beyond the facts of a decision. */
export interface RiskExtras {
  protections: Protections;
  ungatedDeployments: number;
}

/** The risk's view of the facts of a decision about the environment that matters most, production where there is one. */
export function riskInput(
  facts: GateFacts & { api: ApiFacts; environment: EnvironmentFacts },
  { protections, ungatedDeployments }: RiskExtras,
): RiskInput {
  const { api, now, policy, revision } = facts;
  const question = questionOf(facts);
  const tier = tierOf(api);
  const covering = api.exceptions.filter((exception) => isCovering(exception, now));
  const covered = new Set(covering.flatMap(({ target }) => ('finding' in target ? [target.finding] : [])));
  return {
    now,
    tier,
    lifecycle: api.lifecycle,
    findingDueDays: policy.tiers[tier].findingDueDays,
    findings: (revision?.findings ?? []).map(({ id, severity, since = now }) => ({
      severity,
      since,
      isExcepted: covered.has(id),
    })),
    ownership: ownershipGap(facts),
    signOff: question ? signOffStanding(signOffQuestion(question)).state : 'missing',
    hasDescription: revision !== null,
    missingProtections: missingProtections(api.exposure, protections),
    activeExceptions: covering.length,
    ungatedDeployments,
    unreviewedEmergencies: api.emergencies.filter((one) => emergencyState(one, now) !== 'reviewed').length,
    driftedOperations: 0,
    shadowOperations: 0,
    unusualAlerts: 0,
    hostileAlerts: 0,
  };
}

function ownershipGap({
  api: { owner },
  policy,
  now,
}: GateFacts & { api: ApiFacts }): RiskInput['ownership'] {
  if (owner.state === 'accepted' && !hasSomebody(owner)) return 'nobody-eligible';
  return ownershipState(owner, policy, now);
}
