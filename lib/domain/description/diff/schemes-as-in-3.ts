import { isObject, textOf } from '../json-values.ts';
import type { JsonObject } from '../types.ts';

/** How OpenAPI 3 calls the flows of version 2.0. */
const FLOWS: Readonly<Record<string, string>> = {
  accessCode: 'authorizationCode',
  application: 'clientCredentials',
  implicit: 'implicit',
  password: 'password',
};

/** Security schemes of OpenAPI 2.0 as version 3 writes the same. */
export const schemesAsIn3 = (schemes: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(schemes).map(([name, scheme]) => [name, isObject(scheme) ? asIn3(scheme) : scheme]),
  );

function asIn3(scheme: JsonObject): JsonObject {
  if (scheme.type === 'basic') return { ...scheme, type: 'http', scheme: 'basic' };
  if (scheme.type !== 'oauth2') return scheme;
  const { flow, authorizationUrl, tokenUrl, scopes = {}, ...rest } = scheme;
  const stated = { authorizationUrl, tokenUrl, scopes };
  const given = Object.fromEntries(
    Object.entries(stated).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  const name = textOf(flow) ?? '';
  return { ...rest, flows: { [FLOWS[name] ?? name]: given } };
}
