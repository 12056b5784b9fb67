import { compileShapes } from './material-shape.ts';

/** The plain form of a GraphQL schema; directives count, because schemas declare authorisation with them. */
export const GRAPHQL_SHAPES = compileShapes({
  document: { fields: { schema: 'schema', types: 'types', directives: 'directiveDefinitions' } },
  schema: { fields: { description: 'drop' } },
  types: { rest: 'type' },
  type: {
    fields: {
      description: 'drop',
      interfaces: 'optional-set',
      members: 'optional-set',
      fields: 'fields',
      values: 'fields',
    },
  },
  fields: { rest: 'field' },
  field: { fields: { description: 'drop', arguments: 'arguments', deprecated: 'presence' } },
  arguments: { rest: 'field', omitEmpty: true },
  directiveDefinitions: { rest: 'directiveDefinition', omitEmpty: true },
  directiveDefinition: { fields: { description: 'drop', arguments: 'arguments', locations: 'set' } },
});
