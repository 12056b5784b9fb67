import type { JsonObject } from '../../../lib/domain/description/types.ts';
import { COMPANY } from '../organisation.ts';
import type { Blueprint } from './blueprint.ts';
import type { Profile } from './profile.ts';

/** Host of an API: partners and the public come in through another door than colleagues. */
export function hostOf(blueprint: Blueprint): string {
  const { application, exposure } = blueprint.api;
  return exposure === 'internal'
    ? `${application}.internal.${COMPANY.domain}`
    : `${application}.api.${COMPANY.domain}`;
}

export const basePathOf = (blueprint: Blueprint) =>
  `/${blueprint.api.slug}/v${blueprint.version.split('.')[0]}`;

/** Servers of the description, production first. */
export function serversOf(profile: Profile, blueprint: Blueprint): JsonObject[] {
  const scheme = profile.isEncrypted ? 'https' : 'http';
  const urls = [
    { url: `${scheme}://${hostOf(blueprint)}${basePathOf(blueprint)}`, description: 'Production' },
    { url: `https://staging.${hostOf(blueprint)}${basePathOf(blueprint)}`, description: 'Staging' },
    ...(blueprint.addedServer
      ? [{ url: blueprint.addedServer, description: 'Production, second region' }]
      : []),
  ];
  if (!profile.isComplete) return urls.map(({ url }) => ({ url }));
  return urls.map((server) => ({ ...server, 'x-internal': blueprint.api.exposure === 'internal' }));
}
