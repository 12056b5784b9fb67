import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Problem } from '../http/problem.ts';
import { analyseDescription } from './analyse-description.ts';
import { analyse, diffInWorker, occurrencesOf } from './analysis-pool.ts';
import { DescriptionError } from './description-error.ts';
import { descriptionProblem } from './description-problem.ts';
import { GRAPHQL, openapi, OF_EVERY_FORMAT } from './testing/descriptions.ts';
import { bytesOf } from './testing/bytes-of.ts';

describe('analyses in worker processes', () => {
  it.each(OF_EVERY_FORMAT)('are those of this thread: %s', async (_, mediaType, text) => {
    expect(await analyse(bytesOf(text), mediaType)).toEqual(analyseDescription(bytesOf(text), mediaType));
  });

  it('are made once for the same bytes', async () => {
    const bytes = bytesOf(openapi('3.0.1'));
    const [one, same] = await Promise.all([analyse(bytes), analyse(bytes)]);
    expect(same).toBe(one);
    expect(await analyse(bytes, 'application/json')).not.toBe(one);
  });

  it('refuse as this thread does, each time', async () => {
    for (let attempt = 0; attempt < 2; attempt++) {
      const refused = await analyse(bytesOf('{"a":1,"a":2}'), 'application/json').catch(
        (error: unknown) => error,
      );
      expect(refused).toBeInstanceOf(DescriptionError);
      expect(refused).toMatchObject({
        status: 422,
        code: 'description.duplicate-key',
        errors: [{ pointer: '/a' }],
      });
    }
  });

  it('compare and find occurrences', async () => {
    const [older, newer] = [openapi('3.0.0'), openapi('3.0.0').replace('"/shelves/{id}"', '"/boxes/{id}"')];
    const diff = await diffInWorker(
      { bytes: bytesOf(older), mediaType: 'application/json' },
      { bytes: bytesOf(newer) },
    );
    expect(diff.breaking.map(({ what }) => what)).toContain('GET /shelves/{id} removed');
    expect((await occurrencesOf(bytesOf(older))).length).toBeGreaterThan(0);
    expect(await occurrencesOf(bytesOf(GRAPHQL))).toBeInstanceOf(Array);
  });

  it('do not keep a process alive that has nothing else to do', async () => {
    const module = new URL('./analysis-pool.ts', import.meta.url).href;
    const script = `const { analyse } = await import(${JSON.stringify(module)});
      const { operations } = await analyse(new TextEncoder().encode(${JSON.stringify(openapi('3.1.0'))}));
      console.log(operations.length);`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      timeout: 30_000,
    });
    expect(stdout.trim()).toBe('5');
  });
});

describe('descriptionProblem', () => {
  const problemOf = (error: unknown): unknown => {
    try {
      return descriptionProblem(error);
    } catch (thrown) {
      return thrown;
    }
  };

  it.each([
    [413, 'too-large', undefined],
    [415, 'media-type', undefined],
    [422, 'invalid', undefined],
    [503, 'unavailable', 5],
  ] as const)('makes a problem of status %i', (status, kind, retryAfter) => {
    const problem = problemOf(
      new DescriptionError(status, 'description.x', 'Why.', [{ pointer: '/a', detail: 'b' }]),
    );
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({
      kind,
      code: 'description.x',
      message: 'Why.',
      errors: [{ pointer: '/a', detail: 'b' }],
      retryAfter,
    });
  });

  it('lets any other error pass', () => {
    const error = new Error('a fault');
    expect(problemOf(error)).toBe(error);
  });
});
