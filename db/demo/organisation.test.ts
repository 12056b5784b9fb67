import { describe, expect, it } from 'vitest';
import { APPLICATIONS } from './applications.ts';
import { APIS } from './catalogue/all-apis.ts';
import { FATED_SLUGS, fateOf } from './fates.ts';
import { chainOf, DIVISION_SLUGS, HEADLESS_TEAMS, ORPHANED_TEAM, TEAMS } from './organisation.ts';
import { MEMBERSHIPS, PEOPLE } from './people.ts';
import { PERSONAS } from './personas.ts';
import { TIERS } from '../../lib/domain/words.ts';
import { tierOf } from '../../lib/domain/risk/tier.ts';

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
const unique = (values: readonly string[]) => new Set(values).size === values.length;

describe('the demonstration company', () => {
  it('has about forty teams in three levels, parents before children', () => {
    expect(TEAMS.length).toBeGreaterThanOrEqual(38);
    expect(TEAMS.length).toBeLessThanOrEqual(44);
    expect(Math.max(...TEAMS.map((team) => chainOf(team.slug).length))).toBe(3);
    const isAfterParent = TEAMS.map(
      ({ parent }, index) => parent === null || TEAMS.slice(0, index).some((team) => team.slug === parent),
    );
    expect(isAfterParent).not.toContain(false);
  });

  it('has 120 people with addresses of the company, each once', () => {
    expect(PEOPLE).toHaveLength(120);
    expect(unique(PEOPLE.map((person) => person.email))).toBe(true);
    expect(PEOPLE.filter(({ email }) => !/^[a-z]+(\.[a-z]+)*@tidewright\.example$/.test(email))).toEqual([]);
  });

  it('has somebody to manage and to approve in every team but the two that are there to lack them', () => {
    const lacking = TEAMS.filter(({ slug }) => {
      const active = MEMBERSHIPS.filter(
        (membership) =>
          membership.team === slug &&
          PEOPLE.some((person) => person.email === membership.email && person.leftDaysAgo === null),
      );
      return !active.some((membership) => membership.role === 'manager');
    });
    expect(lacking.map((team) => team.slug)).toEqual([...HEADLESS_TEAMS, ORPHANED_TEAM]);
  });

  it('knows the team, person and application of everything', () => {
    const teams = new Set(TEAMS.map((team) => team.slug));
    const people = new Set(PEOPLE.map((person) => person.email));
    const applications = new Set(APPLICATIONS.map((application) => application.slug));
    expect(MEMBERSHIPS.filter(({ team, email }) => !teams.has(team) || !people.has(email))).toEqual([]);
    expect(APPLICATIONS.filter(({ team }) => !teams.has(team))).toEqual([]);
    expect(APIS.filter((api) => !teams.has(api.team) || !applications.has(api.application))).toEqual([]);
    expect(APPLICATIONS.filter(({ slug }) => !APIS.some((api) => api.application === slug))).toEqual([]);
  });

  it('has valid slugs, each once', () => {
    for (const things of [TEAMS, APPLICATIONS, APIS]) {
      const slugs = things.map(({ slug }) => slug);
      expect(slugs.filter((slug) => !SLUG.test(slug))).toEqual([]);
      expect(unique(slugs)).toBe(true);
    }
  });

  it('runs 150 APIs of every tier, kind and quality, each with one fate', () => {
    expect(APIS).toHaveLength(150);
    expect(new Set(APIS.map(tierOf)).size).toBe(TIERS.length);
    expect([...new Set(APIS.map((api) => api.kind))].toSorted()).toEqual([
      'async',
      'graphql',
      'grpc',
      'rest',
    ]);
    expect(new Set(APIS.map((api) => api.quality)).size).toBe(5);
    expect(FATED_SLUGS.toSorted()).toEqual(APIS.map((api) => api.slug).toSorted());
  });

  it('has about 12 APIs that nobody owns and 8 that are offered', () => {
    const fates = APIS.map((api) => fateOf(api.slug));
    expect(fates.filter((fate) => fate === 'unowned')).toHaveLength(12);
    expect(fates.filter((fate) => fate === 'offered')).toHaveLength(8);
  });

  it('has teams in every division that own APIs', () => {
    const owning = new Set(APIS.map((api) => chainOf(api.team).at(-2)?.slug));
    expect(DIVISION_SLUGS.filter((slug) => !owning.has(slug))).toEqual([]);
  });
});

describe('the personas', () => {
  it('are six different people, one for each role', () => {
    expect(unique(PERSONAS.map((persona) => persona.email))).toBe(true);
    expect(PERSONAS.map((persona) => persona.key)).toEqual([
      'manager',
      'developer',
      'approver',
      'security',
      'auditor',
      'admin',
    ]);
  });

  it.each([
    ['manager', 'member', 'manager'],
    ['developer', 'member', 'member'],
    ['approver', 'member', 'approver'],
    ['security', 'security', null],
    ['auditor', 'auditor', null],
    ['admin', 'admin', null],
  ] as const)('%s has the organisation role %s and the team role %s', (key, role, teamRole) => {
    const persona = PERSONAS.find((candidate) => candidate.key === key);
    expect(PEOPLE.find((person) => person.email === persona?.email)?.role).toBe(role);
    expect(MEMBERSHIPS.find((membership) => membership.email === persona?.email)?.role ?? null).toBe(
      teamRole,
    );
  });
});
