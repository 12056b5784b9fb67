import type { JsonObject, JsonValue } from '../../../lib/domain/description/types.ts';
import type { Entity } from '../entities/entity.ts';
import { findEntity } from '../entities/find-entity.ts';
import type { Blueprint } from './blueprint.ts';
import { infoOf } from './openapi-document.ts';
import { PROFILES } from './profile.ts';
import type { Profile } from './profile.ts';
import { responseSchema } from './schemas.ts';
import { hostOf } from './servers-of.ts';
import { schemaName, spaced } from './words-of.ts';

interface Stream {
  entity: Entity;
  happening: string;
  address: string;
}

function streams(blueprint: Blueprint): Stream[] {
  return blueprint.resources.flatMap(({ entity: name }) => {
    const entity = findEntity(name);
    const happenings = ['created', 'changed', 'removed', ...entity.actions.map((action) => `${action}-done`)];
    return happenings.map((happening) => ({ entity, happening, address: `${entity.plural}.${happening}` }));
  });
}

const channelName = ({ entity, happening }: Stream) =>
  `${entity.name}${happening.replaceAll(/(?:^|-)(\w)/g, (_match, letter: string) => letter.toUpperCase())}`;

function components(all: readonly Stream[], profile: Profile, blueprint: Blueprint): JsonObject {
  return {
    schemas: Object.fromEntries(
      all.map(({ entity }): [string, JsonValue] => [
        schemaName(entity),
        responseSchema(entity, profile, blueprint),
      ]),
    ),
    securitySchemes: { certificate: { type: 'X509' } },
  };
}

function message({ entity, happening }: Stream): JsonObject {
  return {
    name: `${spaced(entity.name)} ${happening.replaceAll('-', ' ')}`,
    contentType: 'application/json',
    payload: { $ref: `#/components/schemas/${schemaName(entity)}` },
  };
}

function asyncApi2(blueprint: Blueprint, profile: Profile, all: readonly Stream[]): JsonObject {
  const channels = all.map((stream): [string, JsonValue] => [
    stream.address,
    {
      subscribe: {
        operationId: channelName(stream),
        summary: `A ${spaced(stream.entity.name)} event`,
        message: message(stream),
      },
    },
  ]);
  return {
    asyncapi: '2.6.0',
    info: infoOf(blueprint, profile),
    servers: {
      production: {
        url: `broker.${hostOf(blueprint)}:9093`,
        protocol: 'kafka-secure',
        security: [{ certificate: [] }],
      },
    },
    channels: Object.fromEntries(channels),
    components: components(all, profile, blueprint),
  };
}

function asyncApi3(blueprint: Blueprint, profile: Profile, all: readonly Stream[]): JsonObject {
  const channels = all.map((stream): [string, JsonValue] => [
    channelName(stream),
    { address: stream.address, messages: { event: message(stream) } },
  ]);
  const operations = all.map((stream): [string, JsonValue] => [
    `send${channelName(stream)}`,
    { action: 'send', channel: { $ref: `#/channels/${channelName(stream)}` } },
  ]);
  return {
    asyncapi: '3.0.0',
    info: infoOf(blueprint, profile),
    servers: {
      production: {
        host: `broker.${hostOf(blueprint)}:9093`,
        protocol: 'kafka-secure',
        security: [{ $ref: '#/components/securitySchemes/certificate' }],
      },
    },
    channels: Object.fromEntries(channels),
    operations: Object.fromEntries(operations),
    components: components(all, profile, blueprint),
  };
}

/** AsyncAPI 2 or 3: one channel for each thing that happens to an entity. */
export function asyncDocument(blueprint: Blueprint): JsonObject {
  const profile = PROFILES[blueprint.quality];
  const all = streams(blueprint);
  return blueprint.api.format === 'asyncapi-3'
    ? asyncApi3(blueprint, profile, all)
    : asyncApi2(blueprint, profile, all);
}
