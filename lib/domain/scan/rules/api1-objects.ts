import type { KeyedRule } from '../rule.ts';
import { isObject } from '../../description/json-values.ts';
import { childrenOf } from '../places.ts';

const ID_NAME = /(?:_id|Id|-id)$/;

/** Which object of whom: what callers may name. */
export const OBJECT_RULES: readonly KeyedRule[] = [
  {
    id: 'api1-guessable-id',
    equivalent: 'owasp:api1:2023-no-numeric-ids',
    on: 'keyed:parameters',
    isBelowPaths: true,
    owasp: ['API1'],
    severity: 'low',
    per: 'parameters',
    group: 'document',
    title: 'Identifiers of objects can be guessed',
    why: 'Callers can count through whole numbers (or values of no declared type) and try the objects of others. One forgotten ownership check then exposes all of them.',
    fix: 'Identify objects by random values (`type: string, format: uuid`), and check in every operation that the caller may use the object.',
    check: (node) =>
      childrenOf(node).flatMap((parameter) => {
        if (!isObject(parameter.value)) return [];
        const { name } = parameter.value;
        if (typeof name !== 'string' || !(name === 'id' || ID_NAME.test(name))) return [];
        const schema = node.child(parameter, 'schema');
        if (!schema) return [];
        const type = isObject(schema.value) ? schema.value.type : undefined;
        return type === undefined || type === 'integer' ? schema : [];
      }),
  },
];
