import { OPENAPI_3 } from '../rule.ts';
import type { DocumentRule } from '../rule.ts';
import { escapeToken } from '../../description/pointer.ts';

const LOCAL_HOST = /^http:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)(?=[:/]|$)/i;

const HTTPS =
  'Serve the API over TLS only, write https:// in `servers`, redirect or refuse plain http, and set Strict-Transport-Security.';

/** Whether what travels is protected on its way. */
export const TRANSPORT_RULES: readonly DocumentRule[] = [
  {
    id: 'api8-plain-http-server',
    equivalent: 'owasp:api8:2023-no-server-http',
    on: 'document',
    dialects: OPENAPI_3,
    owasp: ['API8'],
    severity: 'high',
    per: 'servers',
    group: 'document',
    title: 'A server is reached without TLS',
    why: 'Over plain http everything, credentials included, can be read and changed on the way.',
    fix: HTTPS,
    check: ({ root }) => serverUrls(root.servers, (url) => !LOCAL_HOST.test(url)),
  },
  {
    id: 'api8-plain-http-local',
    equivalent: 'owasp:api8:2023-no-server-http',
    on: 'document',
    dialects: OPENAPI_3,
    owasp: ['API8'],
    severity: 'info',
    per: 'servers',
    group: 'document',
    title: 'A server on the own machine is listed',
    why: 'Addresses such as http://localhost are for development; in a published description they confuse tools and people.',
    fix: 'Leave local servers out of the description that you publish, or mark them as development.',
    check: ({ root }) => serverUrls(root.servers, (url) => LOCAL_HOST.test(url)),
  },
  {
    id: 'api8-plain-http-scheme',
    equivalent: 'owasp:api8:2023-no-scheme-http',
    on: 'document',
    dialects: ['2.0'],
    owasp: ['API8'],
    severity: 'high',
    per: 'document',
    group: 'document',
    title: 'The API is offered without TLS',
    why: 'Over plain http everything, credentials included, can be read and changed on the way.',
    fix: 'Leave only `https` (or `wss`) in `schemes`.',
    check: ({ root }) =>
      Array.isArray(root.schemes)
        ? root.schemes.flatMap((scheme, index) =>
            scheme === 'https' || scheme === 'wss' ? [] : `/schemes/${index}`,
          )
        : false,
  },
];

/** Pointers of the addresses at any depth below `servers` that begin with `http:` and satisfy `matches`. */
function serverUrls(servers: unknown, matches: (url: string) => boolean): string[] {
  const found: string[] = [];
  const visit = (value: unknown, pointer: string, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > 8) return;
    for (const [key, inner] of Object.entries(value)) {
      const place = `${pointer}/${escapeToken(key)}`;
      if (key === 'url' && typeof inner === 'string' && inner.startsWith('http:') && matches(inner))
        found.push(place);
      visit(inner, place, depth + 1);
    }
  };
  visit(servers, '/servers', 0);
  return found;
}
