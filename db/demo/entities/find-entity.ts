import type { Entity } from './entity.ts';
import { GOODS_ENTITIES } from './goods-entities.ts';
import { MONEY_ENTITIES } from './money-entities.ts';
import { PEOPLE_ENTITIES } from './people-entities.ts';

const ENTITIES: Record<string, Entity> = { ...MONEY_ENTITIES, ...GOODS_ENTITIES, ...PEOPLE_ENTITIES };

export function findEntity(name: string): Entity {
  const entity = ENTITIES[name];
  if (!entity) throw new Error(`no entity ${name}`);
  return entity;
}
