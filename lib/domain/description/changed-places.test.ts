import { describe, expect, it } from 'vitest';
import { changedPlaces } from './changed-places.ts';
import { diffDescriptions } from './diff.ts';
import { libraryWith } from './testing/library-description.ts';
import { add, newBook, remove, sort } from './testing/library-edits.ts';
import type { Edit } from './testing/library-edits.ts';
import type { Change } from './types.ts';

const BASE = libraryWith(() => {});

describe('changedPlaces', () => {
  const diffOf = (edit: Edit) => changedPlaces(diffDescriptions(BASE, libraryWith(edit)));

  it('is empty where nothing changed', () => {
    expect(diffOf(() => {})).toEqual([]);
  });

  it('names the most important first, each once', () => {
    expect(
      diffOf((d) => {
        add(d.paths, { '/new': { get: {} } });
        remove(d.paths, '/books/{id}');
        d.security[0]!.company.push('admin');
        add(newBook(d).properties, { role: {} });
      }),
    ).toEqual([
      'POST /books also takes NewBook.role (a privilege)',
      'GET /books now also asks for the scope admin',
      'DELETE /books/{id} removed',
      'GET /new added',
    ]);
  });

  it('names five at most, and not at length', () => {
    const change = (index: number): Change => ({
      kind: 'operation-added',
      operation: null,
      pointer: '',
      what: `GET /${index} added`,
    });
    const other = Array.from({ length: 9 }, (_, index) => change(index));
    expect(changedPlaces({ breaking: [], security: [], other, materialChange: true })).toHaveLength(5);
    const many = diffOf((d) =>
      add(sort(d).schema, {
        enum: Array.from({ length: 500 }, (_, index) => `value ${index} ${'x'.repeat(100)}`),
      }),
    );
    for (const what of many) expect(what.length).toBeLessThanOrEqual(240);
  });
});
