import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { createTestDatabase } from '#db/testing/test-database.ts';
import type { TestDatabase } from '#db/testing/test-database.ts';
import { newId } from '#db/new-id.ts';
import { people, serviceAccounts, tokens } from '#db/schema/people.ts';
import type { OrganisationRole, Scope } from '#lib/domain/words.ts';
import { publishEnv } from '#lib/env.ts';
import { useConnection } from '../database.ts';
import { hashToken, newToken } from '../secrets.ts';
import { apiClient } from './api-client.ts';
import type { ApiClient } from './api-client.ts';

export interface TestPerson {
  email: string;
  id: string;
  /** Calls the public interface in process as this person. */
  api: ApiClient;
}

export interface TestWorld {
  database: TestDatabase;
  person: (name: string, role?: OrganisationRole) => Promise<TestPerson>;
  service: (name: string, ...scopes: Scope[]) => Promise<{ slug: string; api: ApiClient }>;
  anonymous: ApiClient;
}

export const randomSlug = (prefix: string) => `${prefix}-${randomBytes(4).toString('hex')}`;

/** A database of the file's own and people with tokens, driven through the real routes. */
export function useTestWorld(): TestWorld {
  const world = {} as TestWorld;
  beforeAll(async () => {
    world.database = await createTestDatabase();
    publishEnv({
      appDatabaseUrl: world.database.ownerUrl,
      ownerDatabaseUrl: world.database.ownerUrl,
      secret: 'test-secret-test-secret-test-secret-test',
      url: 'http://127.0.0.1:3000',
      demo: false,
    });
    useConnection(world.database);
  });
  afterAll(async () => {
    useConnection(undefined);
    await world.database.drop();
  });
  world.anonymous = apiClient(null);
  world.person = async (name, role = 'member') => {
    const id = newId();
    const email = `${randomSlug(name)}@example.test`;
    await world.database.db
      .insert(people)
      .values({ id, email, name: name[0]!.toUpperCase() + name.slice(1), role });
    return { id, email, api: apiClient(await issue({ personId: id })) };
  };
  world.service = async (name, ...scopes) => {
    const id = newId();
    const slug = randomSlug(name);
    await world.database.db.insert(serviceAccounts).values({ id, slug, scopes });
    return { slug, api: apiClient(await issue({ serviceAccountId: id })) };
  };
  const issue = async (owner: { personId: string } | { serviceAccountId: string }) => {
    const token = newToken();
    await world.database.db
      .insert(tokens)
      .values({ id: newId(), hash: hashToken(token), prefix: token.slice(0, 7), name: 'test', ...owner });
    return token;
  };
  return world;
}
