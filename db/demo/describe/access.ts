import type { JsonObject } from '../../../lib/domain/description/types.ts';
import type { Blueprint } from './blueprint.ts';
import type { Profile } from './profile.ts';
import type { RestOperation } from './rest-operations.ts';

const SCHEME_NAMES: Record<Profile['scheme'], string> = {
  oauth: 'company',
  bearer: 'token',
  'header-key': 'key',
  basic: 'basic',
  'query-key': 'key',
};

/** Inside the company the services of the first years sign in with a password. */
export function schemeOf(profile: Profile, blueprint: Blueprint): Profile['scheme'] {
  const isOld = blueprint.quality === 'careless' && blueprint.api.exposure === 'internal';
  return isOld ? 'basic' : profile.scheme;
}

/** `payments:read`, `payments:write`, and a scope of its own for what administrators do. */
export function scopeOf(operation: RestOperation): string {
  const kind = operation.method === 'get' ? 'read' : 'write';
  return operation.isAdministrative
    ? `admin:${kind}`
    : `${(operation.parent ?? operation.entity).plural}:${kind}`;
}

/** Sign-in and reset come before there is anybody to know; reading public data needs nobody. */
function isOpen(operation: RestOperation, profile: Profile, blueprint: Blueprint): boolean {
  const { entity, method, deed, parent } = operation;
  if (blueprint.openedEntities.includes(entity.name) && method !== 'get') return true;
  if (profile.hasOpenWrites) return deed === 'create' && parent === null;
  if (blueprint.api.dataClass === 'public' && blueprint.api.exposure === 'public') return method === 'get';
  const isEntrance = entity.name === 'session' || entity.name === 'passwordReset';
  return isEntrance && deed === 'create' && blueprint.api.exposure !== 'internal';
}

/** The requirement of one operation; absent: that of the document applies. */
export function accessOf(
  operation: RestOperation,
  profile: Profile,
  blueprint: Blueprint,
): { security: JsonObject[] | null } {
  if (isOpen(operation, profile, blueprint)) return { security: [] };
  const scheme = schemeOf(profile, blueprint);
  return { security: scheme === 'oauth' ? [{ [SCHEME_NAMES[scheme]]: [scopeOf(operation)] }] : null };
}

export function documentSecurity(profile: Profile, blueprint: Blueprint): JsonObject[] {
  const scheme = schemeOf(profile, blueprint);
  return [{ [SCHEME_NAMES[scheme]]: [] }];
}

/** Definitions for OpenAPI 3. */
export function securitySchemes(
  profile: Profile,
  blueprint: Blueprint,
  operations: readonly RestOperation[],
): JsonObject {
  const scheme = schemeOf(profile, blueprint);
  return { [SCHEME_NAMES[scheme]]: SCHEMES[scheme](operations) };
}

const SCHEMES: Record<Profile['scheme'], (operations: readonly RestOperation[]) => JsonObject> = {
  oauth: (operations) => {
    const names = [...new Set(operations.map(scopeOf))];
    const scopes = Object.fromEntries(
      names.map((name) => [
        name,
        `${name.endsWith(':read') ? 'Read' : 'Change'} ${name.split(':')[0] ?? ''}`,
      ]),
    );
    return {
      type: 'oauth2',
      description: 'Short-lived access tokens of Front Door ID in JWT form, checked as RFC8725 says.',
      flows: {
        authorizationCode: {
          authorizationUrl: 'https://id.tidewright.example/authorize',
          tokenUrl: 'https://id.tidewright.example/token',
          refreshUrl: 'https://id.tidewright.example/token',
          scopes,
        },
      },
    };
  },
  bearer: () => ({
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'Access token of Front Door ID, see RFC8725.',
  }),
  'header-key': () => ({ type: 'apiKey', in: 'header', name: 'X-Api-Key' }),
  basic: () => ({ type: 'http', scheme: 'basic' }),
  'query-key': () => ({ type: 'apiKey', in: 'query', name: 'api_key' }),
};
