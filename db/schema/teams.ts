import { sql } from 'drizzle-orm';
import { index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { TEAM_ROLES } from '../../lib/domain/words.ts';
import { createdAt, key, version } from './columns.ts';
import { people } from './people.ts';

export const teams = pgTable(
  'teams',
  {
    id: key(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    parentId: uuid('parent_id').references((): AnyPgColumn => teams.id),
    /** Slugs from the root down to the team itself; moving a team rewrites its subtree. */
    path: text('path').array().notNull(),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    uniqueIndex('teams_slug').on(t.slug),
    index('teams_parent').on(t.parentId),
    index('teams_path').using('gin', t.path),
    index('teams_name').on(sql`lower(${t.name})`, t.id),
  ],
);

export const memberships = pgTable(
  'memberships',
  {
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    role: text('role', { enum: TEAM_ROLES }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.personId] }), index('memberships_person').on(t.personId)],
);
