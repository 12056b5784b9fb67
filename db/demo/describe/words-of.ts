import type { Entity } from '../entities/entity.ts';
import type { Deed, RestOperation } from './rest-operations.ts';

/** `deliveryProof` → `delivery proof` */
export function spaced(name: string): string {
  return name.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const article = (noun: string) => (/^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`);

const SUMMARIES: Record<Exclude<Deed, 'act' | 'look'>, (noun: string, plural: string) => string[]> = {
  list: (_noun, plural) => [`List ${plural}`, `Find ${plural}`],
  create: (noun) => [`Create ${article(noun)}`, `Add ${article(noun)}`],
  read: (noun) => [`Read ${article(noun)}`, `Get one ${noun}`],
  change: (noun) => [`Change ${article(noun)}`, `Update ${article(noun)}`],
  remove: (noun) => [`Delete ${article(noun)}`, `Remove ${article(noun)}`],
  upload: (noun) => [`Upload the file of ${article(noun)}`, `Send the file of ${article(noun)}`],
};

/** `wording` chooses between sentences of the same meaning. */
export function summaryOf(operation: RestOperation, wording: number): string {
  const noun = spaced(operation.entity.name);
  const plural = operation.entity.plural.replaceAll('-', ' ');
  if (operation.deed === 'act') return `${capital(operation.action ?? '')} ${article(noun)}`;
  const texts =
    operation.deed === 'look'
      ? [`List ${operation.action} ${plural}`, `Find ${operation.action} ${plural}`]
      : SUMMARIES[operation.deed](noun, plural);
  return texts[wording % texts.length] ?? '';
}

const VERBS: Record<Exclude<Deed, 'act' | 'look' | 'upload'>, string> = {
  list: 'list',
  create: 'create',
  read: 'get',
  change: 'update',
  remove: 'delete',
};

export function operationIdOf({ deed, action, entity, parent, isAdministrative }: RestOperation): string {
  if (deed === 'look') return `list${capital(action ?? '')}${capital(camel(entity.plural))}`;
  const verb = deed === 'act' || deed === 'upload' ? (action ?? deed) : VERBS[deed];
  const noun = deed === 'list' ? capital(camel(entity.plural)) : capital(entity.name);
  return `${verb}${isAdministrative ? 'Admin' : ''}${parent ? capital(parent.name) : ''}${noun}`;
}

const camel = (plural: string) =>
  plural.replaceAll(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());

export const schemaName = (entity: Entity) => capital(entity.name);
