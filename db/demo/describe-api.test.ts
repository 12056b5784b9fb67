import { createHash } from 'node:crypto';
import { parse as parseGraphql } from 'graphql';
import { parse as parseProtobuf } from 'protobufjs';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { materialText } from '../../lib/domain/description/material.ts';
import type { JsonObject } from '../../lib/domain/description/types.ts';
import { APIS } from './catalogue/all-apis.ts';
import { describeApi } from './describe-api.ts';
import type { DescribedApi } from './describe-api.ts';
import type { Blueprint } from './describe/blueprint.ts';
import { isMaterial } from './describe/change.ts';
import { revisionsOf } from './revisions.ts';

const PLANS = APIS.map((api) => ({ api, ...revisionsOf(api) }));
const ALL = PLANS.flatMap(({ blueprints }) => blueprints);

/** The document as an object, or the number of things found in a text format. */
function read({ mediaType, text }: DescribedApi): JsonObject | number {
  if (mediaType === 'application/graphql') return parseGraphql(text).definitions.length;
  if (mediaType === 'text/x-protobuf') return parseProtobuf(text).root.nestedArray.length;
  return (mediaType === 'application/yaml' ? parseYaml(text) : JSON.parse(text)) as JsonObject;
}

function operationCount(blueprint: Blueprint): number {
  const document = read(describeApi(blueprint));
  if (typeof document === 'number') return document;
  const paths = Object.values(document['paths'] ?? {}) as JsonObject[];
  return paths.reduce((sum, path) => sum + Object.keys(path).length, 0);
}

describe('describeApi', () => {
  it('writes texts that their parsers understand', () => {
    const empty = ALL.filter((blueprint) => {
      const result = read(describeApi(blueprint));
      return typeof result === 'number' ? result === 0 : Object.keys(result).length < 4;
    });
    expect(empty).toEqual([]);
  });

  it('writes between 5 and 60 operations for REST, most of them between 5 and 25', () => {
    const counts = ALL.filter(({ api }) => api.kind === 'rest').map(operationCount);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(5);
    expect(Math.max(...counts)).toBeLessThanOrEqual(60);
    expect(counts.filter((count) => count <= 25).length / counts.length).toBeGreaterThan(0.8);
  });

  it('writes the same bytes twice', () => {
    const digest = () =>
      ALL.reduce((hash, blueprint) => hash.update(describeApi(blueprint).text), createHash('sha256')).digest(
        'hex',
      );
    expect(digest()).toBe(digest());
  });

  it('covers seven formats, JSON and YAML', () => {
    expect(new Set(ALL.map(({ api }) => api.format)).size).toBe(7);
    expect(new Set(ALL.map((blueprint) => describeApi(blueprint).mediaType)).size).toBe(4);
  });
});

describe('the revisions', () => {
  it('are two or three for nearly every API', () => {
    const counts = PLANS.map(({ blueprints }) => blueprints.length);
    expect(counts.filter((count) => count < 2).length).toBeLessThanOrEqual(4);
    expect(Math.max(...counts)).toBeLessThanOrEqual(4);
    expect(ALL.length).toBeGreaterThan(350);
    expect(ALL.length).toBeLessThan(470);
  });

  it('differ from each other in every byte-wise digest', () => {
    const repeated = PLANS.filter(({ blueprints }) => {
      const texts = blueprints.map((blueprint) => describeApi(blueprint).text);
      return new Set(texts).size < texts.length;
    });
    expect(repeated.map(({ api }) => api.slug)).toEqual([]);
  });

  it('differ materially exactly where the change says so', () => {
    const wrong = PLANS.filter(({ api }) => api.kind === 'rest' || api.kind === 'async').flatMap(
      ({ api, blueprints, changes }) => {
        const materials = blueprints.map((blueprint) => {
          const document = read(describeApi(blueprint));
          return typeof document === 'number' ? '' : materialText({ format: api.format, document });
        });
        return changes.filter((change, at) => isMaterial(change) === (materials[at] === materials[at + 1]));
      },
    );
    expect(wrong).toEqual([]);
  });
});
