import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import type { Decision } from './facts.ts';
import { ENVIRONMENTS, NAMES, type Attempt, type Entry } from './model/history.ts';
import { lets, verdict } from './model/oracle.ts';
import { roleToSign } from './model/oracle-reviews.ts';
import { attemptOf, KINDS, plans, type Existing, type Plan } from './model/plans.ts';
import { REASON_CODES, type ReasonCode } from './reason-codes.ts';
import { attemptIn } from './model/steps.ts';
import { factsOf, newWorld, type World } from './model/world.ts';

const HISTORIES = 10_000;

/** How often the histories came to something, so that a test of nothing is noticed. */
const seen = new Map<string, number>();
const see = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);

interface Telling {
  world: World;
  log: Entry[];
  existing: Existing;
}

function play(history: Plan[]): void {
  const telling: Telling = {
    world: newWorld(),
    log: [],
    existing: { reviews: [], exceptions: [], emergencies: [] },
  };
  let at = 0;
  for (const plan of history) {
    at += plan.after;
    let isChanged = plan.after > 1;
    for (let turn = 0; turn < (plan.able ? NAMES.length : 1); turn += 1) {
      at += 1;
      const by = NAMES[(plan.first + turn) % NAMES.length]!;
      const attempt = attemptOf(plan, by, at, telling.existing);
      if (!attempt) break;
      if (!tryOnce(telling, attempt)) continue;
      isChanged = true;
      break;
    }
    if (isChanged) compareDecisions(telling);
  }
}

/** The product and the oracle must agree on whether it may be done, and in which role it is signed. */
function tryOnce({ world, log, existing }: Telling, attempt: Attempt): boolean {
  const expected = lets(log, attempt);
  const role = attempt.kind === 'approve' ? roleToSign(log, attempt.review, attempt.by) : null;
  const entry = attemptIn(world, attempt);
  if ((entry !== null) !== expected) {
    throw new Error(
      `${attempt.kind} by ${attempt.by}: the product says ${entry !== null}, the oracle ${expected}`,
    );
  }
  if (!entry) return false;
  if (entry.kind === 'approve') expect(entry.signedAs).toBe(role);
  log.push(entry);
  see(entry.kind);
  if (entry.kind === 'request') existing.reviews.unshift(entry.review);
  if (entry.kind === 'propose') existing.exceptions.unshift(entry.exception);
  if (entry.kind === 'emergency') existing.emergencies.unshift(entry.emergency);
  return true;
}

function compareDecisions({ world, log }: Telling): void {
  for (const environment of ENVIRONMENTS) {
    const decision: Decision = decide(factsOf(world, environment));
    const { outcome, uses } = verdict(log, environment, world.now);
    if (decision.outcome !== outcome || decision.usesEmergency !== uses) {
      const told = decision.reasons.map(({ code }) => code).join(', ');
      throw new Error(
        `${environment}: the product says ${decision.outcome} (${told}), the oracle ${outcome}`,
      );
    }
    see(decision.usesEmergency ? 'by emergency' : decision.outcome);
    for (const { code } of decision.reasons) see(code);
  }
}

/** Told of something that the histories do not do: a missing part, a scan that waits, the modes of a gate. */
const NOT_PLAYED: ReasonCode[] = [
  'api.unknown',
  'environment.unknown',
  'revision.unknown',
  'scan.pending',
  'shadow',
];
const OUTCOMES_PLAYED = ['allowed', 'by emergency', 'awaiting', 'prevented'];

describe('generated histories', () => {
  it(`agree with an independent reading of the log, ${HISTORIES} times`, { timeout: 120_000 }, () => {
    fc.assert(fc.property(plans, play), { numRuns: HISTORIES });
  });

  it('came to every step, every outcome and every reason', () => {
    const reasons = REASON_CODES.filter((code) => !NOT_PLAYED.includes(code));
    const expected = [...KINDS, ...OUTCOMES_PLAYED, ...reasons];
    expect(expected.filter((what) => !seen.has(what))).toEqual([]);
    expect(seen.get('allowed')).toBeGreaterThan(HISTORIES / 2);
    expect(seen.get('approve')).toBeGreaterThan(HISTORIES / 2);
  });
});
