import { newId } from '#db/new-id.ts';
import { actorIn, record } from '../actors.ts';
import type { Play } from './play.ts';
import { environmentIn, personIn, teamIn } from '../world.ts';

export const addPerson: Play<'person.added'> = (world, { actor, email, name, role }, now) => {
  const id = newId(now.getTime());
  world.people.set(email, { id, email, name, role, active: true, createdAt: now, version: 1 });
  world.emails.set(id, email);
  record(world, actorIn(world, actor), now, {
    action: 'person.added',
    subjects: [email],
    data: { name, role },
  });
};

export const deactivatePerson: Play<'person.deactivated'> = (world, { actor, email }, now) => {
  const person = personIn(world, email);
  person.active = false;
  world.ranks.clear();
  person.version = (person.version ?? 1) + 1;
  const { name, role } = person;
  const data = {
    before: { name, role, active: true },
    after: { name, role, active: false },
    endedSessions: 0,
  };
  record(world, actorIn(world, actor), now, { action: 'person.deactivated', subjects: [email], data });
};

export const createTeam: Play<'team.created'> = (world, { actor, team, name, parent }, now) => {
  const above = parent === null ? null : teamIn(world, parent);
  const path = [...(above?.path ?? []), team];
  world.teams.set(team, {
    id: newId(now.getTime()),
    slug: team,
    name,
    parentId: above?.id ?? null,
    path,
    createdAt: now,
    version: 1,
  });
  const subjects = [team, ...(parent ? [parent] : [])];
  record(world, actorIn(world, actor), now, { action: 'team.created', subjects, data: { name, parent } });
};

export const setMember: Play<'member.set'> = (world, { actor, team, email, role }, now) => {
  const person = personIn(world, email);
  world.ranks.clear();
  world.memberships.push({ teamId: teamIn(world, team).id, personId: person.id ?? '', role, createdAt: now });
  record(world, actorIn(world, actor), now, {
    action: 'team.member-added',
    subjects: [team, email],
    data: { before: null, after: role },
  });
};

export const createServiceAccount: Play<'service-account.created'> = (
  world,
  { actor, slug, scopes },
  now,
) => {
  world.services.set(slug, { id: newId(now.getTime()), slug, scopes, active: true, createdAt: now });
  record(world, actorIn(world, actor), now, {
    action: 'service-account.created',
    subjects: [slug],
    data: { scopes },
  });
};

export const changeEnvironment: Play<'environment.changed'> = (world, { actor, environment, gate }, now) => {
  const row = environmentIn(world, environment);
  const before = { ...row };
  Object.assign(row, { gate, version: row.version + 1 });
  record(world, actorIn(world, actor), now, {
    action: 'environment.changed',
    subjects: [environment],
    data: { before: { gate: before.gate }, after: { gate } },
  });
};

export const createApplication: Play<'application.created'> = (world, event, now) => {
  const { actor, application, name, team, description } = event;
  world.applications.set(application, {
    id: newId(now.getTime()),
    slug: application,
    name,
    description,
    teamId: teamIn(world, team).id,
    createdAt: now,
    version: 1,
  });
  record(world, actorIn(world, actor), now, {
    action: 'application.created',
    subjects: [application, team],
    data: { name, team },
  });
};
