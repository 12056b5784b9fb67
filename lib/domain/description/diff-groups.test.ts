import { describe, expect, it } from 'vitest';
import { diffDescriptions } from './diff.ts';
import { BREAKING_GROUPS } from './testing/breaking-groups.ts';
import { SECURITY_GROUPS } from './testing/security-groups.ts';
import { parsedAs } from './testing/library-description.ts';
import type { Marks } from './testing/library-edits.ts';
import { NOTATIONS, smallApi } from './testing/two-notations.ts';
import type { DescriptionDiff } from './types.ts';

function toldOf({ breaking, security, other }: DescriptionDiff): string[] {
  const told = new Set<string>();
  for (const change of new Set([...breaking, ...security, ...other])) {
    const [breaks, secures] = [breaking.includes(change), security.includes(change)];
    const marks: Marks = breaks && secures ? 'both' : breaks ? 'breaking' : secures ? 'security' : 'other';
    told.add(`${change.kind} ${marks}`);
    expect(change.what).toMatch(/^[A-Z/]\S+ .+[^.]$/);
  }
  return [...told].toSorted();
}

const CASES = Object.entries(NOTATIONS).flatMap(([notation, write]) =>
  [...BREAKING_GROUPS, ...SECURITY_GROUPS].map((row) => ({ notation, write, ...row })),
);

describe('each group of changes stands where it belongs', () => {
  it.each(CASES)('$notation: $group', ({ write, edit, given, told, mirrored }) => {
    const [before, after] = [smallApi(), smallApi()];
    given?.(before);
    given?.(after);
    edit(after);
    const [older, newer] = [write(before), write(after)];
    expect(toldOf(diffDescriptions(older, newer))).toEqual(told);
    expect(toldOf(diffDescriptions(newer, older))).toEqual(mirrored);
  });

  it('how a form is sent in version 2.0 included', () => {
    const form = (consumes: string[]) =>
      parsedAs('openapi-2.0', {
        swagger: '2.0',
        paths: {
          '/photos': {
            post: { consumes, parameters: [{ name: 'photo', in: 'formData', type: 'file' }], responses: {} },
          },
        },
      });
    const both = form(['multipart/form-data', 'application/x-www-form-urlencoded']);
    const one = form(['multipart/form-data']);
    expect(toldOf(diffDescriptions(both, one))).toEqual(['media-type-removed breaking']);
    expect(toldOf(diffDescriptions(one, both))).toEqual(['media-type-added other']);
  });

  it('and the same API written in another version has not changed for its clients', () => {
    const [two, three] = [NOTATIONS['OpenAPI 2.0'](smallApi()), NOTATIONS['OpenAPI 3.0'](smallApi())];
    expect(diffDescriptions(two, three).breaking).toEqual([]);
    expect(diffDescriptions(three, two).breaking).toEqual([]);
  });
});
