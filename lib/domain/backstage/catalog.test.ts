import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBackstageCatalog, type CatalogApi, type CatalogInput } from './catalog.ts';
import { entityName, entityTags } from './entity-name.ts';

const api = (more: Partial<CatalogApi> = {}): CatalogApi => ({
  slug: 'shelves',
  name: 'Shelves',
  description: 'Where books stand.',
  kind: 'rest',
  lifecycle: 'production',
  exposure: 'public',
  dataClass: 'internal',
  criticality: 'low',
  tier: 'medium',
  team: 'books',
  application: 'library',
  tags: ['Core', 'e2e', 'a b'],
  repository: 'https://github.com/acme/shelves',
  definition: 'openapi: 3.0.3\n',
  ...more,
});
const input = (more: Partial<CatalogInput> = {}): CatalogInput => ({
  portal: 'https://gatehouse.example.com',
  teams: [
    { slug: 'root', name: 'Root', parent: null, members: [] },
    { slug: 'books', name: 'Books', parent: 'root', members: ['anna@example.test', 'gone@example.test'] },
  ],
  people: [{ email: 'anna@example.test', name: 'Anna' }],
  applications: [{ slug: 'library', name: 'Library', description: '', team: 'root' }],
  apis: [api()],
  ...more,
});
const entities = (more?: Partial<CatalogInput>) => [...toBackstageCatalog(input(more))];
const only = (kind: string, more?: Partial<CatalogInput>) =>
  entities(more).filter((entity) => entity.kind === kind);

describe('the catalogue for Backstage', () => {
  it('has the teams as a tree of groups', () => {
    expect(only('Group').map(({ metadata, spec }) => [metadata.name, spec])).toEqual([
      ['root', { type: 'team', profile: { displayName: 'Root' }, children: ['group:default/books'] }],
      [
        'books',
        {
          type: 'team',
          profile: { displayName: 'Books' },
          parent: 'group:default/root',
          children: [],
          members: [expect.stringMatching(/^user:default\/anna_example\.test-[0-9a-f]{8}$/)],
        },
      ],
    ]);
  });

  it('has people with their teams, under the name the groups use', () => {
    const [user] = only('User');
    expect(user?.spec).toEqual({
      profile: { displayName: 'Anna', email: 'anna@example.test' },
      memberOf: ['group:default/books'],
    });
    const groups = only('Group').flatMap(({ spec }) => spec['members'] ?? []);
    expect(groups).toEqual([`user:default/${user?.metadata.name}`]);
    expect(JSON.stringify(entities({ people: [] }))).not.toContain('anna');
  });

  it('has an API with owner, system, definition and what we know of its risk', () => {
    expect(only('API')).toEqual([
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'API',
        metadata: {
          name: 'shelves',
          title: 'Shelves',
          description: 'Where books stand.',
          labels: {
            'gatehouse.dev/exposure': 'public',
            'gatehouse.dev/data-class': 'internal',
            'gatehouse.dev/criticality': 'low',
            'gatehouse.dev/tier': 'medium',
            'gatehouse.dev/lifecycle': 'production',
          },
          annotations: { 'gatehouse.dev/api': 'shelves' },
          tags: ['core', 'e2e', 'a-b'],
          links: [
            { url: 'https://gatehouse.example.com/apis/shelves', title: 'Gatehouse' },
            { url: 'https://github.com/acme/shelves', title: 'Repository' },
          ],
        },
        spec: {
          type: 'openapi',
          lifecycle: 'production',
          owner: 'group:default/books',
          system: 'system:default/library',
          definition: 'openapi: 3.0.3\n',
        },
      },
    ]);
    expect(only('System')[0]?.spec).toEqual({ owner: 'group:default/root' });
  });

  it('says that something is unowned instead of inventing an owner', () => {
    const found = entities({ apis: [api({ team: null, application: null, definition: ' ' })] });
    expect(found.find(({ kind }) => kind === 'API')?.spec).toEqual({
      type: 'openapi',
      lifecycle: 'production',
      owner: 'group:default/unowned',
      definition: 'No description has been registered for this API yet.',
    });
    expect(found.at(-1)).toMatchObject({
      kind: 'Group',
      metadata: { name: 'unowned' },
      spec: { type: 'placeholder' },
    });
    expect(JSON.stringify(entities())).not.toContain('unowned');
  });

  it('does not give unowned APIs to a team that is called so', () => {
    const teams = [{ slug: 'unowned', name: 'Team Unowned', parent: null, members: [] }];
    const [unowned] = only('API', { teams, applications: [], apis: [api({ team: null })] });
    expect(unowned?.spec['owner']).toBe('group:default/no-unowned');
  });

  it('refers to no team and no system that it does not contain', () => {
    const [stray] = only('API', { apis: [api({ team: 'elsewhere', application: 'elsewhere' })] });
    expect(stray?.spec['owner']).toBe('group:default/unowned');
    expect(stray?.spec).not.toHaveProperty('system');
  });

  it('links only to addresses', () => {
    const [entity] = only('API', { apis: [api({ repository: 'javascript:alert(1)' })] });
    expect(entity?.metadata.links).toHaveLength(1);
  });
});

describe('names for Backstage', () => {
  it('keep a valid slug and shorten one that is too long', () => {
    expect(entityName('a--b')).toBe('a--b');
    const [one, two] = ['x'.repeat(63) + 'a', 'x'.repeat(63) + 'b'].map(entityName);
    expect(one).not.toBe(two);
  });

  it('are always valid, and different for different originals', () => {
    const rule = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 100 }),
        fc.string({ minLength: 1, maxLength: 100 }),
        (one, two) => {
          expect(entityName(one)).toMatch(rule);
          expect(entityName(one).length).toBeLessThanOrEqual(63);
          if (one !== two) expect(entityName(one)).not.toBe(entityName(two));
        },
      ),
    );
  });

  it('make tags that are valid', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 90 })), (tags) => {
        for (const tag of entityTags(tags)) expect(tag).toMatch(/^[a-z0-9:+#]+(-[a-z0-9:+#]+)*$/);
      }),
    );
  });
});
