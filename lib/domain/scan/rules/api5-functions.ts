import type { JsonObject } from '../../description/types.ts';
import type { OperationNode } from '../operation-node.ts';
import type { DocumentRule } from '../rule.ts';

function ownRequirements({ value }: OperationNode): JsonObject[] {
  return Array.isArray(value.security)
    ? (value.security.filter((entry) => typeof entry === 'object') as JsonObject[])
    : [];
}

/** Who may use which function. */
export const FUNCTION_RULES: readonly DocumentRule[] = [
  {
    id: 'api5-admin-like-others',
    equivalent: 'owasp:api5:2023-admin-security-unique',
    on: 'document',
    owasp: ['API5'],
    severity: 'medium',
    per: 'operations',
    group: 'document',
    title: 'Administrative operations ask for no more than ordinary ones',
    why: 'If the same credentials and scopes open administrative and ordinary operations, every user is one forgotten check away from being an administrator.',
    fix: 'Require a scheme or a scope of its own (for example `admin`) for operations below /admin, and grant it to few.',
    check: ({ operations }) => {
      const ordinary = new Set<string>();
      for (const operation of operations) {
        if (operation.path.includes('/admin')) continue;
        for (const requirement of ownRequirements(operation)) ordinary.add(JSON.stringify(requirement));
      }
      return operations
        .filter(({ path }) => path.includes('/admin'))
        .flatMap((operation) =>
          ownRequirements(operation).flatMap((requirement, index) =>
            ordinary.has(JSON.stringify(requirement)) ? `${operation.pointer}/security/${index}` : [],
          ),
        );
    },
  },
];
