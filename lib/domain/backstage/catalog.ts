import type { ApiKind, Criticality, DataClass, Exposure, Lifecycle, Tier } from '../words.ts';
import { entityName, entityRef, entityTags } from './entity-name.ts';

export interface CatalogTeam {
  slug: string;
  name: string;
  parent: string | null;
  /** E-mails; they come out only for people that are in the catalogue too. */
  members: readonly string[];
}

export interface CatalogPerson {
  email: string;
  name: string;
}

export interface CatalogApplication {
  slug: string;
  name: string;
  description: string;
  team: string | null;
}

export interface CatalogApi {
  slug: string;
  name: string;
  description: string;
  kind: ApiKind;
  lifecycle: Lifecycle;
  exposure: Exposure;
  dataClass: DataClass;
  criticality: Criticality;
  tier: Tier;
  /** The team that accepted it; an offer does not make an owner. */
  team: string | null;
  application: string | null;
  tags: readonly string[];
  repository: string | null;
  /** Text of the newest description; null without one. */
  definition: string | null;
}

export interface CatalogInput {
  /** Base address of the portal, for links. */
  portal: string;
  teams: readonly CatalogTeam[];
  people?: readonly CatalogPerson[];
  applications: readonly CatalogApplication[];
  /** Read once and lazily, so that descriptions need not all be in memory. */
  apis: Iterable<CatalogApi>;
}

/** One document of a `catalog-info.yaml`. */
export interface BackstageEntity {
  apiVersion: 'backstage.io/v1alpha1';
  kind: 'Group' | 'User' | 'System' | 'API';
  metadata: {
    name: string;
    title?: string;
    description?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    tags?: string[];
    links?: { url: string; title: string }[];
  };
  spec: Record<string, unknown>;
}

const API_TYPE = {
  rest: 'openapi',
  graphql: 'graphql',
  grpc: 'grpc',
  async: 'asyncapi',
  soap: 'soap',
} as const satisfies Record<ApiKind, string>;

/** Backstage's own words where it has them; the exact one is in a label. */
const LIFECYCLE = {
  design: 'experimental',
  development: 'experimental',
  production: 'production',
  deprecated: 'deprecated',
  retired: 'retired',
} as const satisfies Record<Lifecycle, string>;

const NO_DEFINITION = 'No description has been registered for this API yet.';

/**
 * The organisation as entities of Backstage's catalogue: teams as groups, people as users, applications as systems,
 * APIs. Every entity there needs an owner; what nobody owns here gets a group that says so, which comes last.
 */
export function* toBackstageCatalog(input: CatalogInput): Generator<BackstageEntity> {
  const { teams, people = [], applications } = input;
  const known = new Set(teams.map(({ slug }) => slug));
  const unowned = freeName(known);
  let needsUnowned = false;
  const ownerOf = (team: string | null): string => {
    if (team !== null && known.has(team)) return entityRef('group', team);
    needsUnowned = true;
    return entityRef('group', unowned);
  };

  const emails = new Set(people.map(({ email }) => email));
  const children = Map.groupBy(teams, ({ parent }) => parent);
  for (const team of teams) yield toGroup(team, children.get(team.slug) ?? [], emails);
  const memberships = membershipsOf(teams);
  for (const person of people) yield toUser(person, memberships.get(person.email) ?? []);
  for (const application of applications)
    yield toSystem(application, ownerOf(application.team), input.portal);
  const systems = new Set(applications.map(({ slug }) => slug));
  for (const api of input.apis) yield toApi(api, ownerOf(api.team), systems, input.portal);
  if (needsUnowned) {
    yield {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: unowned, title: 'Unowned', description: 'No team has accepted to answer for these.' },
      spec: { type: 'placeholder', children: [] },
    };
  }
}

function toGroup(
  team: CatalogTeam,
  children: readonly CatalogTeam[],
  emails: ReadonlySet<string>,
): BackstageEntity {
  const members = team.members.filter((email) => emails.has(email));
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: entityName(team.slug), annotations: { 'gatehouse.dev/team': team.slug } },
    spec: {
      type: 'team',
      profile: { displayName: team.name },
      ...(team.parent === null ? {} : { parent: entityRef('group', team.parent) }),
      children: children.map(({ slug }) => entityRef('group', slug)),
      ...(members.length > 0 ? { members: members.map((email) => entityRef('user', email)) } : {}),
    },
  };
}

function toUser({ email, name }: CatalogPerson, teams: readonly string[]): BackstageEntity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: entityName(email) },
    spec: { profile: { displayName: name, email }, memberOf: teams.map((slug) => entityRef('group', slug)) },
  };
}

/** Slugs of the teams of each e-mail. */
function membershipsOf(teams: readonly CatalogTeam[]): Map<string, string[]> {
  const memberships = new Map<string, string[]>();
  for (const { slug, members } of teams) {
    for (const email of members) {
      const mine = memberships.get(email);
      if (mine) mine.push(slug);
      else memberships.set(email, [slug]);
    }
  }
  return memberships;
}

function toSystem(application: CatalogApplication, owner: string, portal: string): BackstageEntity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: {
      ...describe(application),
      annotations: { 'gatehouse.dev/application': application.slug },
      links: [{ url: `${portal}/applications/${encodeURIComponent(application.slug)}`, title: 'Gatehouse' }],
    },
    spec: { owner },
  };
}

function toApi(
  api: CatalogApi,
  owner: string,
  systems: ReadonlySet<string>,
  portal: string,
): BackstageEntity {
  const tags = entityTags(api.tags);
  const links = [{ url: `${portal}/apis/${encodeURIComponent(api.slug)}`, title: 'Gatehouse' }];
  if (api.repository && /^https?:\/\//.test(api.repository))
    links.push({ url: api.repository, title: 'Repository' });
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: {
      ...describe(api),
      labels: {
        'gatehouse.dev/exposure': api.exposure,
        'gatehouse.dev/data-class': api.dataClass,
        'gatehouse.dev/criticality': api.criticality,
        'gatehouse.dev/tier': api.tier,
        'gatehouse.dev/lifecycle': api.lifecycle,
      },
      annotations: { 'gatehouse.dev/api': api.slug },
      ...(tags.length > 0 ? { tags } : {}),
      links,
    },
    spec: {
      type: API_TYPE[api.kind],
      lifecycle: LIFECYCLE[api.lifecycle],
      owner,
      ...(api.application !== null && systems.has(api.application)
        ? { system: entityRef('system', api.application) }
        : {}),
      definition: api.definition?.trim() ? api.definition : NO_DEFINITION,
    },
  };
}

function describe({ slug, name, description }: { slug: string; name: string; description: string }) {
  return { name: entityName(slug), title: name, ...(description.trim() ? { description } : {}) };
}

function freeName(taken: ReadonlySet<string>): string {
  let name = 'unowned';
  while (taken.has(name)) name = `no-${name}`;
  return name;
}
