import { describe, expect, it } from 'vitest';
import { scanDescription } from './scan-description.ts';
import type { JsonObject } from '../description/types.ts';

const scan = (document: JsonObject) => scanDescription({ format: 'openapi-3.0', document });

describe('scanDescription', () => {
  it('finds an open write', () => {
    const result = scan({ openapi: '3.0.3', paths: { '/orders': { post: { responses: {} } } } });
    expect(result.findings.map(({ rule, severity }) => [rule, severity])).toContainEqual([
      'api2-write-open',
      'high',
    ]);
    expect(result.score).toBeLessThan(90);
  });

  it('finds no weakness in nothing', () => {
    const result = scan({});
    expect(result).toMatchObject({ score: 100, grade: 'A', arithmetic: [] });
    expect(result.findings.map(({ severity }) => severity)).toEqual(['info']);
  });
});
