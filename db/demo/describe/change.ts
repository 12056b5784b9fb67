import type { Quality, ResourceUse } from '../catalogue/catalogue-entry.ts';
import type { PropertyType } from '../entities/entity.ts';
import type { Blueprint } from './blueprint.ts';

/** What a new revision of a description did. All but `reword` matter to security. */
export type Change =
  | { kind: 'reword' }
  | { kind: 'improve'; to: Quality }
  | { kind: 'add-resource'; resource: ResourceUse }
  | { kind: 'add-property'; entity: string; name: string; type: PropertyType }
  | { kind: 'deprecate'; entity: string }
  | { kind: 'open-writes'; entity: string }
  | { kind: 'add-server'; url: string };

export const isMaterial = (change: Change) => change.kind !== 'reword';

/** `1.2.0` → `1.3.0`; rewording keeps the version, as people do. */
function nextVersion(version: string): string {
  const [major = '1', minor = '0'] = version.split('.');
  return `${major}.${Number(minor) + 1}.0`;
}

const EFFECTS: {
  [Kind in Change['kind']]: (b: Blueprint, c: Extract<Change, { kind: Kind }>) => Partial<Blueprint>;
} = {
  reword: (blueprint) => ({ wording: blueprint.wording + 1 }),
  improve: (_blueprint, { to }) => ({ quality: to }),
  'add-resource': ({ resources }, { resource }) => ({ resources: [...resources, resource] }),
  'add-property': ({ addedProperties }, { entity, name, type }) => ({
    addedProperties: [...addedProperties, { entity, name, type }],
  }),
  deprecate: ({ deprecatedEntities }, { entity }) => ({
    deprecatedEntities: [...deprecatedEntities, entity],
  }),
  'open-writes': ({ openedEntities }, { entity }) => ({ openedEntities: [...openedEntities, entity] }),
  'add-server': (_blueprint, { url }) => ({ addedServer: url }),
};

function effect<Kind extends Change['kind']>(blueprint: Blueprint, change: Extract<Change, { kind: Kind }>) {
  const kind: Kind = change.kind;
  return EFFECTS[kind](blueprint, change);
}

export function changed(blueprint: Blueprint, change: Change): Blueprint {
  const next = { ...blueprint, ...effect(blueprint, change) };
  return isMaterial(change) ? { ...next, version: nextVersion(blueprint.version) } : next;
}
