import { describe, expect, it } from 'vitest';
import { DEFAULT_CHECKLIST } from '#lib/domain/checklist/default-checklist.ts';
import { decide } from '#lib/domain/gate/decide.ts';
import { signOffQuestion, questionOf } from '#lib/domain/gate/question.ts';
import { DEFAULT_POLICY } from '#lib/domain/policy/default-policy.ts';
import { signOffStanding } from '#lib/domain/review/sign-off-state.ts';
import { generateSigningKey } from '../gate/signing-keys.ts';
import { factsIn } from './gate-facts.ts';
import { playStory } from './play-story.ts';
import { emptyWorld } from './world.ts';

const ENVIRONMENTS = [
  { slug: 'development', name: 'Development', order: 10, gate: 'off' as const },
  { slug: 'staging', name: 'Staging', order: 20, gate: 'shadow' as const },
  { slug: 'production', name: 'Production', order: 30, gate: 'enforce' as const },
].map((environment) => ({ ...environment, frozen: false, createdAt: new Date(0), version: 1 }));

/** What the gate and the sign-off of production say about every API at the end of the story. */
function standings(now: Date): string[] {
  const world = emptyWorld({
    policy: DEFAULT_POLICY,
    checklist: DEFAULT_CHECKLIST,
    environments: ENVIRONMENTS.map((environment) => ({ ...environment })),
    signingKey: generateSigningKey(),
    baseUrl: 'http://127.0.0.1:3000',
  });
  playStory(world, now);
  return [...world.apis.values()]
    .map((api) => {
      const facts = factsIn(world, api, 'production', now);
      const question = questionOf(facts);
      const signOff = question ? signOffStanding(signOffQuestion(question)).state : 'none';
      return `${api.row.slug} ${decide(facts).outcome} ${signOff}`;
    })
    .toSorted();
}

describe('playStory', () => {
  it('ends the same way whatever the day and the hour', () => {
    const first = standings(new Date('2026-03-03T09:30:00Z'));
    expect(first).toHaveLength(150);
    expect(standings(new Date('2027-01-01T00:02:00Z'))).toEqual(first);
    expect(standings(new Date('2028-02-29T23:59:00Z'))).toEqual(first);
  });
});
