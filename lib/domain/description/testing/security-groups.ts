import type { JsonObject } from '../types.ts';
import { input, limit, output, text } from './breaking-groups.ts';
import type { ChangeGroup } from './breaking-groups.ts';

/** Every group of changes that matters to security, with its way back. */
export const SECURITY_GROUPS: readonly ChangeGroup[] = [
  {
    group: 'authentication added',
    given: (api) => (api.operation = { security: [] }),
    edit: (api) => (api.operation = {}),
    told: ['authentication-added both'],
    mirrored: ['authentication-removed security'],
  },
  {
    group: 'another way to identify added',
    edit: (api) => (api.operation = { security: [...api.security, { key: [] }] }),
    told: ['alternative-added security'],
    mirrored: ['alternative-removed both'],
  },
  {
    group: 'a second proof of identity no longer asked for',
    given: (api) => (api.operation = { security: [{ company: ['admin'], key: [] }] }),
    edit: (api) => (api.operation = { security: [{ company: ['admin'] }] }),
    told: ['authentication-weakened security'],
    mirrored: ['authentication-added both'],
  },
  {
    group: 'a scope dropped',
    given: (api) => (api.more = {}),
    edit: (api) => (api.security = [{ company: ['orders:read'] }]),
    told: ['scope-removed security'],
    mirrored: ['scope-added both'],
  },
  {
    group: 'a key sent in the address instead of a header',
    edit: (api) => (api.keyIn = 'query'),
    told: ['scheme-changed security'],
    mirrored: ['scheme-changed security'],
  },
  {
    group: 'an operation added that asks nobody who they are',
    edit: (api) => (api.more.put = { security: [], responses: { '204': { description: '' } } }),
    told: ['open-operation-added security'],
    mirrored: ['operation-removed breaking'],
  },
  {
    group: 'a secret in the answer',
    edit: (api) => (output(api).properties.passwordHash = text),
    told: ['sensitive-output-added security'],
    mirrored: ['output-removed breaking'],
  },
  {
    group: 'a secret no longer kept out of the answer',
    given: (api) => (output(api).properties.password = { type: 'string', writeOnly: true }),
    edit: (api) => delete output(api).properties.password!.writeOnly,
    told: ['sensitive-output-added security'],
    mirrored: ['output-removed breaking'],
  },
  {
    group: 'a privilege in the body',
    edit: (api) => (input(api).properties.role = text),
    told: ['sensitive-input-added security'],
    mirrored: ['input-removed breaking'],
  },
  {
    group: 'a privilege that callers may set from now on',
    given: (api) => (input(api).properties.role = { type: 'string', readOnly: true }),
    edit: (api) => (input(api).properties.role = text),
    told: ['sensitive-input-added security'],
    mirrored: ['input-removed breaking'],
  },
  {
    group: 'personal data in an answer that is new',
    edit: (api) =>
      (api.answers['206'] = {
        types: api.answers['200']!.types,
        schema: { type: 'array', items: { properties: { email: text } } },
      }),
    told: ['sensitive-output-added security'],
    mirrored: ['success-removed breaking'],
  },
  {
    group: 'a limit loosened',
    edit: (api) => (limit(api).maximum = 10_000),
    told: ['limit-loosened security'],
    mirrored: ['input-narrowed breaking'],
  },
  {
    group: 'a limit dropped',
    edit: (api) => delete (input(api).properties.item as JsonObject).maxLength,
    told: ['limit-loosened security'],
    mirrored: ['input-narrowed breaking'],
  },
  {
    group: 'the answer to too many requests dropped',
    edit: (api) => delete api.answers['429'],
    told: ['limit-loosened security'],
    mirrored: ['answer-added other'],
  },
  {
    group: 'another server',
    edit: (api) => (api.server = 'https://api.example.org/v1'),
    told: ['server-added security', 'server-removed breaking'],
    mirrored: ['server-added security', 'server-removed breaking'],
  },
  {
    group: 'a server without encryption',
    edit: (api) => (api.server = 'http://api.example.com/v1'),
    told: ['insecure-server-added security', 'server-removed breaking'],
    mirrored: ['server-added security', 'server-removed breaking'],
  },
];
