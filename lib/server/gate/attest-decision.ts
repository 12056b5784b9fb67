import { questionOf, signOffQuestion } from '#lib/domain/gate/question.ts';
import { counts, signOffStanding } from '#lib/domain/review/sign-off-state.ts';
import type { Artifact, DsseEnvelope } from '#lib/domain/gate/dto.ts';
import type { Ctx } from '../context.ts';
import type { Judgement } from './ask-gate.ts';
import { attest, recordDigest } from './attest.ts';
import type { SigningKey } from './signing-keys.ts';

const PORTAL_VERSION = '1';

interface Attested {
  judgement: Judgement;
  decisionId: string;
  artifact?: Artifact;
}

/** Signed evidence of an allowed decision; names what was judged, by which checklist, and on whose sign-offs it rests. */
export function attestDecision(
  ctx: Pick<Ctx, 'now' | 'baseUrl'>,
  key: SigningKey,
  { judgement, decisionId, artifact }: Attested,
): DsseEnvelope {
  const { facts, decision } = judgement;
  const question = questionOf(facts);
  if (!question || !facts.revision) throw new Error('an allowed decision is about a known description');
  const standing = signOffStanding(signOffQuestion(question));
  const given = counts(standing) ? standing.signOffs : [];
  const { id, version } = facts.checklist;
  return attest(key, {
    portal: ctx.baseUrl,
    portalVersion: PORTAL_VERSION,
    at: ctx.now.getTime(),
    decision: {
      id: decisionId,
      api: question.api.slug,
      environment: question.environment.slug,
      revision: facts.revision.id,
      outcome: decision.outcome,
      enforced: decision.enforced,
      allowed: decision.allowed,
      expiresAt: decision.expiresAt,
    },
    tier: question.tier,
    signedRoles: given.map((signOff) => signOff.role),
    emergency: decision.usesEmergency !== null,
    policy: {
      uri: `${ctx.baseUrl}/checklists/${id}/${version}`,
      digest: recordDigest({ id, version, policy: facts.policy.version }),
    },
    signOffs: given.map((signOff) => ({
      uri: `${ctx.baseUrl}/reviews/${signOff.review}`,
      digest: recordDigest({ ...signOff }),
    })),
    subjects: [{ name: question.api.slug, digest: facts.revision.digest }, ...(artifact ? [artifact] : [])],
  });
}
