import type { Entity, PropertyType } from '../entities/entity.ts';
import { findEntity } from '../entities/find-entity.ts';
import type { Blueprint } from './blueprint.ts';
import { capital } from './words-of.ts';

const TYPES: Record<PropertyType, string> = {
  id: 'string',
  text: 'string',
  note: 'string',
  name: 'string',
  code: 'string',
  integer: 'int32',
  number: 'double',
  money: 'int64',
  currency: 'string',
  country: 'string',
  boolean: 'bool',
  date: 'string',
  datetime: 'string',
  url: 'string',
  email: 'string',
  phone: 'string',
  iban: 'string',
  birthdate: 'string',
  list: 'repeated string',
  enum: 'string',
};

const snake = (name: string) => name.replaceAll(/([A-Z])/g, '_$1').toLowerCase();

function message(entity: Entity, blueprint: Blueprint): string {
  const properties = [
    ...entity.properties,
    ...blueprint.addedProperties.filter((addition) => addition.entity === entity.name),
  ];
  const fields = properties.map(({ name, type }, index) => `  ${TYPES[type]} ${snake(name)} = ${index + 2};`);
  const note = blueprint.wording % 2 === 1 ? '// Times are UTC.\n' : '';
  return `${note}message ${capital(entity.name)} {\n  string id = 1;\n${fields.join('\n')}\n}`;
}

function service(entity: Entity): string {
  const name = capital(entity.name);
  const methods = [
    `  rpc Get${name}(${name}Id) returns (${name});`,
    `  rpc List${name}(PageRequest) returns (stream ${name});`,
    `  rpc Create${name}(${name}) returns (${name});`,
    `  rpc Change${name}(${name}) returns (${name});`,
    `  rpc Delete${name}(${name}Id) returns (Nothing);`,
    ...entity.actions.map((action) => `  rpc ${capital(action)}${name}(${name}Id) returns (${name});`),
  ];
  return `message ${name}Id {\n  string id = 1;\n}\n\nservice ${name}s {\n${methods.join('\n')}\n}`;
}

/** Protocol buffers, syntax 3: one service for each entity. */
export function protobufText(blueprint: Blueprint): string {
  const used = blueprint.resources.map(({ entity }) => findEntity(entity));
  const major = blueprint.version.split('.')[0] ?? '1';
  return [
    `// ${blueprint.api.name} ${blueprint.version}`,
    'syntax = "proto3";',
    `package tidewright.${blueprint.api.slug.replaceAll('-', '_')}.v${major};`,
    'message Nothing {}',
    'message PageRequest {\n  int32 limit = 1;\n  string cursor = 2;\n}',
    ...used.flatMap((entity) => [message(entity, blueprint), service(entity)]),
    '',
  ].join('\n\n');
}
