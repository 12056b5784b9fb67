import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { ORGANISATION_ROLES, SCOPES } from '../../lib/domain/words.ts';
import { createdAt, key, moment, version } from './columns.ts';

export const people = pgTable(
  'people',
  {
    id: key(),
    /** Always lower case: one mailbox is one person. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: ORGANISATION_ROLES }).notNull().default('member'),
    active: boolean('active').notNull().default(true),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    uniqueIndex('people_email').on(t.email),
    index('people_name').on(sql`lower(${t.name})`, t.id),
    index('people_role').on(t.role),
  ],
);

/** Who signs in is known by issuer and subject, never by e-mail. */
export const identities = pgTable(
  'identities',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] }), index('identities_person').on(t.personId)],
);

export const sessions = pgTable(
  'sessions',
  {
    id: key(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
  },
  (t) => [index('sessions_person').on(t.personId), index('sessions_expiry').on(t.expiresAt)],
);

export const serviceAccounts = pgTable(
  'service_accounts',
  {
    id: key(),
    slug: text('slug').notNull(),
    scopes: text('scopes', { enum: SCOPES }).array().notNull(),
    active: boolean('active').notNull().default(true),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('service_accounts_slug').on(t.slug)],
);

/** A token belongs to a person or to a service account; only its keyed hash is kept. */
export const tokens = pgTable(
  'tokens',
  {
    id: key(),
    hash: text('hash').notNull(),
    name: text('name').notNull(),
    /** The first characters, so that its owner recognises it in a list. */
    prefix: text('prefix').notNull(),
    personId: uuid('person_id').references(() => people.id),
    serviceAccountId: uuid('service_account_id').references(() => serviceAccounts.id),
    createdAt: createdAt(),
    expiresAt: moment('expires_at'),
    revokedAt: moment('revoked_at'),
  },
  (t) => [
    uniqueIndex('tokens_hash').on(t.hash),
    index('tokens_person').on(t.personId),
    index('tokens_service_account').on(t.serviceAccountId),
  ],
);
