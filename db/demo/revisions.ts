import type { CatalogueEntry, Quality } from './catalogue/catalogue-entry.ts';
import { firstBlueprint } from './describe/blueprint.ts';
import type { Blueprint } from './describe/blueprint.ts';
import { changed } from './describe/change.ts';
import type { Change } from './describe/change.ts';
import { findEntity } from './entities/find-entity.ts';
import { fateOf } from './fates.ts';
import { random } from './random.ts';
import type { Random } from './random.ts';

export interface RevisionPlan {
  /** Revision 1 first. */
  blueprints: Blueprint[];
  changes: Change[];
  /** How many revisions were there before the last review; the others came after it. */
  reviewed: number;
}

const WORSE: Partial<Record<Quality, Quality>> = { exemplary: 'solid', solid: 'average' };

/** What services gain in the course of a year; harmless where the rest is in order. */
function growth(blueprint: Blueprint, chance: Random): Change {
  const { api, resources } = blueprint;
  const additions: Change[] = resources.flatMap(({ entity }) =>
    NEW_PROPERTIES.filter(({ name }) => !hasProperty(blueprint, entity, name)).map((added): Change => ({
      kind: 'add-property',
      entity,
      ...added,
    })),
  );
  const canReport = api.kind === 'rest' && resources.every((use) => use.entity !== 'report');
  if (canReport && chance.chance(0.3)) {
    return { kind: 'add-resource', resource: { entity: 'report', use: 'read', children: [] } };
  }
  return chance.pick(additions);
}

const NEW_PROPERTIES = [
  { name: 'externalReference', type: 'code' },
  { name: 'remark', type: 'note' },
  { name: 'language', type: 'code' },
] as const;

function hasProperty({ addedProperties }: Blueprint, entity: string, name: string): boolean {
  const isOwn = findEntity(entity).properties.some((property) => property.name === name);
  return isOwn || addedProperties.some((added) => added.entity === entity && added.name === name);
}

/** What made sign-offs void: some of it harmless, some of it a new hole. */
const LATE_CHANGES: Record<string, Change> = {
  'sign-in': { kind: 'add-resource', resource: { entity: 'invitation', use: 'full', children: [] } },
  messages: { kind: 'add-server', url: 'http://messages-2.herald.internal.tidewright.example/v1' },
  returns: { kind: 'open-writes', entity: 'inspection' },
  discounts: { kind: 'add-property', entity: 'discount', name: 'callbackUrl', type: 'url' },
  'stock-counts': { kind: 'deprecate', entity: 'stockCount' },
};

/** The changes one after the other, those after the last review last. */
function steps(api: CatalogueEntry, chance: Random): { before: Step[]; after: Step[]; first: Quality } {
  const worse = api.kind === 'rest' ? WORSE[api.quality] : undefined;
  const hasImproved = worse !== undefined && chance.chance(0.45);
  const before: Step[] = [hasImproved ? () => ({ kind: 'improve', to: api.quality }) : growth];
  if (chance.chance(0.65)) before.push(chance.chance(0.4) ? REWORD : growth);
  const fate = fateOf(api.slug);
  const late = LATE_CHANGES[api.slug];
  const after =
    fate === 'reworded' ? [REWORD] : fate === 'void-by-change' ? [late ? () => late : growth] : [];
  return { before, after, first: hasImproved ? worse : api.quality };
}

type Step = (blueprint: Blueprint, chance: Random) => Change;
const REWORD: Step = () => ({ kind: 'reword' });

/** The revisions of an API, two or three for most. */
export function revisionsOf(api: CatalogueEntry): RevisionPlan {
  const chance = random(`revisions of ${api.slug}`);
  const fate = fateOf(api.slug);
  if (fate === 'planned' || (fate === 'offered' && chance.chance(0.2))) {
    return { blueprints: [], changes: [], reviewed: 0 };
  }
  const { before, after, first } = steps(api, chance);
  let blueprint = firstBlueprint(api, first);
  const blueprints = [blueprint];
  const changes: Change[] = [];
  for (const step of [...before, ...after]) {
    const change = step(blueprint, chance);
    blueprint = changed(blueprint, change);
    changes.push(change);
    blueprints.push(blueprint);
  }
  return { blueprints, changes, reviewed: before.length + 1 };
}
