import type { ApiPlace } from '#lib/domain/ownership/capacities.ts';
import type { Refusal } from '#lib/domain/identity/refusal.ts';
import type { Standing } from '#lib/domain/identity/standing.ts';
import { auditRow } from '../audit/audit.ts';
import type { AuditEntry } from '../audit/audit.ts';
import type { Actor } from '../context.ts';
import { OPERATOR, SYSTEM } from '../system-actor.ts';
import { emailOf, teamById } from './world.ts';
import type { World, WorldApi } from './world.ts';

const REQUEST_ID = 'demo';

/** Who acts, with the rights of that moment. */
export function actorIn(world: World, name: string): Actor {
  if (name === 'operator') return OPERATOR;
  if (name === 'system') return SYSTEM;
  const service = world.services.get(name);
  if (service) {
    const standing: Standing = { kind: 'service', name, role: null, scopes: service.scopes, teamRoles: {} };
    return { id: service.id, displayName: name, standing };
  }
  const person = world.people.get(name);
  if (!person?.active) throw new Error(`${name} acts in the story and may not`);
  const own = world.memberships.filter((membership) => membership.personId === person.id);
  const teamRoles = Object.fromEntries(
    own.map(({ teamId, role }) => [teamById(world, teamId)?.slug ?? '', role]),
  );
  const standing: Standing = { kind: 'person', name, role: person.role, scopes: [], teamRoles };
  return { id: person.id, displayName: person.name, standing };
}

/** What rights over an API are judged by at this moment. */
export function placeIn(world: World, { row }: WorldApi): ApiPlace {
  return {
    registeredBy: emailOf(world, row.registeredBy),
    state: row.ownerTeamId ? 'accepted' : row.offeredTeamId ? 'offered' : 'none',
    ownerPath: teamById(world, row.ownerTeamId)?.path ?? [],
    offeredPath: teamById(world, row.offeredTeamId)?.path ?? [],
  };
}

/** The rules of the product hold in the story too: a step that they refuse is a mistake in the story. */
export function insist(refusal: Refusal | null, step: string): void {
  if (refusal) throw new Error(`${step}: ${refusal.code}: ${refusal.message}`);
}

/** Writes down that something happened. */
export function record(world: World, actor: Actor, now: Date, ...entries: AuditEntry[]): void {
  for (const entry of entries) world.audit.push(auditRow({ actor, now, requestId: REQUEST_ID }, entry));
}
