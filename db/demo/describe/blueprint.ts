import type { CatalogueEntry, Quality, ResourceUse } from '../catalogue/catalogue-entry.ts';
import type { PropertyType } from '../entities/entity.ts';

/** All that one revision of a description is made from; two equal blueprints give the same bytes. */
export interface Blueprint {
  api: CatalogueEntry;
  quality: Quality;
  version: string;
  /** Chooses between ways of saying the same: changes texts and examples, nothing that matters to security. */
  wording: number;
  resources: ResourceUse[];
  /** Properties that a later revision added: to which entity, and what. */
  addedProperties: { entity: string; name: string; type: PropertyType }[];
  /** Entities whose operations a later revision declared deprecated. */
  deprecatedEntities: string[];
  /** Collections that a later revision opened to everybody, by entity. */
  openedEntities: string[];
  /** A server that a later revision added. */
  addedServer: string | null;
}

export function firstBlueprint(api: CatalogueEntry, quality: Quality = api.quality): Blueprint {
  return {
    api,
    quality,
    version: '1.0.0',
    wording: 0,
    resources: api.resources,
    addedProperties: [],
    deprecatedEntities: [],
    openedEntities: [],
    addedServer: null,
  };
}
