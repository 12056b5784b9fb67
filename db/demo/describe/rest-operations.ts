import type { ResourceUse } from '../catalogue/catalogue-entry.ts';
import type { Entity } from '../entities/entity.ts';
import { findEntity } from '../entities/find-entity.ts';

export type Deed = 'list' | 'look' | 'create' | 'read' | 'change' | 'remove' | 'act' | 'upload';

export interface RestOperation {
  method: 'get' | 'post' | 'patch' | 'delete';
  path: string;
  deed: Deed;
  /** The step of an `act`, the view of a `look`. */
  action: string | null;
  entity: Entity;
  parent: Entity | null;
  isAdministrative: boolean;
}

const METHODS = {
  list: 'get',
  look: 'get',
  create: 'post',
  read: 'get',
  change: 'patch',
  remove: 'delete',
  act: 'post',
  upload: 'post',
} as const satisfies Record<Deed, RestOperation['method']>;

const DEEDS: Record<ResourceUse['use'], Deed[]> = {
  full: ['list', 'create', 'read', 'change', 'remove', 'act'],
  append: ['list', 'look', 'create', 'read'],
  read: ['list', 'look', 'read'],
  send: ['create', 'act'],
  admin: ['list', 'create', 'read', 'change', 'remove'],
};

const CHILD_DEEDS: Deed[] = ['list', 'create', 'read'];

/** What those who only read ask for beside the list. */
const VIEWS = ['changes', 'latest', 'archived'];

export const idOf = (entity: Entity) => `${entity.name}Id`;

function ofEntity(entity: Entity, base: string, deeds: Deed[], parent: Entity | null): RestOperation[] {
  const item = `${base}/{${idOf(entity)}}`;
  const isAdministrative = base.startsWith('/admin/');
  return deeds.flatMap((deed): RestOperation[] => {
    const common = { method: METHODS[deed], entity, parent, isAdministrative };
    if (deed === 'look')
      return VIEWS.map((view) => ({ ...common, deed, action: view, path: `${base}/${view}` }));
    if (deed !== 'act') {
      return [{ ...common, deed, action: null, path: deed === 'list' || deed === 'create' ? base : item }];
    }
    return entity.actions.map((action) => ({
      ...common,
      deed: action === 'upload' ? 'upload' : 'act',
      action,
      path: `${item}/${action}`,
    }));
  });
}

export const isListing = ({ deed }: RestOperation) => deed === 'list' || deed === 'look';

/** The operations of a REST API in the order in which people write them. */
export function restOperations(resources: readonly ResourceUse[]): RestOperation[] {
  return resources.flatMap(({ entity: name, use, children }) => {
    const entity = findEntity(name);
    const base = use === 'admin' ? `/admin/${entity.plural}` : `/${entity.plural}`;
    const below = children.flatMap((childName) => {
      const child = findEntity(childName);
      return ofEntity(child, `${base}/{${idOf(entity)}}/${child.plural}`, CHILD_DEEDS, entity);
    });
    return [...ofEntity(entity, base, DEEDS[use], null), ...below];
  });
}
