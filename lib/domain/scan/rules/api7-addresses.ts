import type { ResolvedPlace } from '../resolved.ts';
import type { DocumentNode, DocumentRule } from '../rule.ts';
import { CALLER_ADDRESSES } from './causes.ts';
import { placesIn } from '../places.ts';

const METHODS_LOOKED_AT = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;
const ADDRESS_NAME = /(?:^(?:callback|redirect)|(?:_url|Url|-url))$/;

function namesOfParameters({ resolved }: DocumentNode, owner: ResolvedPlace): ResolvedPlace[] {
  const parameters = resolved.child(owner, 'parameters');
  return parameters
    ? placesIn(resolved, parameters).flatMap((parameter) => resolved.child(parameter, 'name') ?? [])
    : [];
}

/** Addresses that callers supply and the service may call. */
export const ADDRESS_RULES: readonly DocumentRule[] = [
  {
    id: 'api7-address-parameter',
    cause: CALLER_ADDRESSES.id,
    equivalent: 'owasp:api7:2023-concerning-url-parameter',
    on: 'document',
    owasp: ['API7'],
    severity: 'low',
    per: 'parameters',
    group: 'document',
    title: 'A caller supplies an address',
    why: 'If the service calls or redirects to an address from a request, a caller can make it reach inside the network or lead people astray.',
    fix: 'Accept only addresses on a list, resolve and check the host against private ranges before every connection, follow no redirects, and say so in the description of the parameter.',
    check: (document) => {
      const { root, resolved } = document;
      const paths = resolved.child(resolved.place(root, ''), 'paths');
      if (!paths) return false;
      return placesIn(resolved, paths)
        .flatMap((item) => [
          item,
          ...METHODS_LOOKED_AT.flatMap((method) => resolved.child(item, method) ?? []),
        ])
        .flatMap((owner) => namesOfParameters(document, owner))
        .filter(({ value }) => typeof value === 'string' && ADDRESS_NAME.test(value));
    },
  },
];
