import type { Entity, PropertyType } from '../entities/entity.ts';
import { findEntity } from '../entities/find-entity.ts';
import type { Blueprint } from './blueprint.ts';
import { capital, spaced } from './words-of.ts';

const TYPES: Record<PropertyType, string> = {
  id: 'ID',
  text: 'String',
  note: 'String',
  name: 'String',
  code: 'String',
  integer: 'Int',
  number: 'Float',
  money: 'Int',
  currency: 'String',
  country: 'String',
  boolean: 'Boolean',
  date: 'String',
  datetime: 'String',
  url: 'String',
  email: 'String',
  phone: 'String',
  iban: 'String',
  birthdate: 'String',
  list: '[String!]',
  enum: 'String',
};

function fields(entity: Entity, blueprint: Blueprint, isInput: boolean): string[] {
  const own = entity.properties
    .filter((property) => !isInput || !property.serverOwned)
    .map(({ name, type, required }) => `  ${name}: ${TYPES[type]}${required ? '!' : ''}`);
  const added = blueprint.addedProperties
    .filter((addition) => addition.entity === entity.name)
    .map(({ name, type }) => `  ${name}: ${TYPES[type]}`);
  return [...own, ...added];
}

function types(entity: Entity, blueprint: Blueprint): string[] {
  const name = capital(entity.name);
  return [
    `"""${capital(spaced(entity.name))}${blueprint.wording % 2 === 1 ? ' as stored' : ''}"""`,
    `type ${name} {\n  id: ID!\n${fields(entity, blueprint, false).join('\n')}\n}`,
    `input ${name}Input {\n${fields(entity, blueprint, true).join('\n')}\n}`,
    `type ${name}Page {\n  items: [${name}!]!\n  nextCursor: String\n}`,
  ];
}

function mutations(entity: Entity): string[] {
  const name = capital(entity.name);
  return [
    `  create${name}(input: ${name}Input!): ${name}!`,
    `  change${name}(id: ID!, input: ${name}Input!): ${name}!`,
    `  delete${name}(id: ID!): Boolean!`,
    ...entity.actions.map((action) => `  ${action}${name}(id: ID!): ${name}!`),
  ];
}

/** GraphQL SDL: for each entity one object, a page of them, and the ways to change it. */
export function graphqlText(blueprint: Blueprint): string {
  const used = blueprint.resources.map(({ entity }) => findEntity(entity));
  const queries = used.flatMap((entity) => [
    `  ${entity.name}(id: ID!): ${capital(entity.name)}`,
    `  ${entity.name}Page(first: Int = 25, after: String): ${capital(entity.name)}Page!`,
  ]);
  return [
    `# ${blueprint.api.name} ${blueprint.version}`,
    ...used.flatMap((entity) => types(entity, blueprint)),
    `type Query {\n${queries.join('\n')}\n}`,
    `type Mutation {\n${used.flatMap(mutations).join('\n')}\n}`,
    '',
  ].join('\n\n');
}
