import { stringify } from 'yaml';
import type { BackstageEntity } from '#lib/domain/backstage/catalog.ts';

/** Entities as one YAML stream, a document at a time, for `catalog-info.yaml`. */
export function* printCatalog(entities: Iterable<BackstageEntity>): Generator<string> {
  for (const entity of entities) {
    // Without folding, descriptions come back byte for byte; without anchors, every document can be read alone.
    yield `---\n${stringify(entity, { lineWidth: 0, aliasDuplicateObjects: false })}`;
  }
}
