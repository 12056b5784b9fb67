import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { BackstageEntity } from '#lib/domain/backstage/catalog.ts';
import { printCatalog } from './print-catalog.ts';

const entity = (title: string, definition: string): BackstageEntity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: { name: 'shelves', title },
  spec: { type: 'openapi', lifecycle: 'production', owner: 'group:default/books', definition },
});
const reread = (text: string): unknown[] =>
  parseAllDocuments(text).map((document) => document.toJS() as unknown);

describe('printing the catalogue', () => {
  it('prints plain documents', () => {
    expect([...printCatalog([entity('Shelves', 'openapi: 3.0.3\ninfo: {}\n')])].join('')).toBe(`---
apiVersion: backstage.io/v1alpha1
kind: API
metadata:
  name: shelves
  title: Shelves
spec:
  type: openapi
  lifecycle: production
  owner: group:default/books
  definition: |
    openapi: 3.0.3
    info: {}
`);
  });

  it.each([
    'yes',
    'null',
    '1.0',
    '- a',
    '# no',
    '---',
    'a: b',
    ' lead',
    'tail \n\n',
    '"\'',
    '{{x}}',
    '\t',
    '%YAML',
  ])('keeps %j as a text', (text) => {
    const entities = [entity(text, text), entity('second', text)];
    expect(reread([...printCatalog(entities)].join(''))).toEqual(entities);
  });

  it('reads back as it was, whatever people wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (title, definition) => {
        const entities = [entity(title, definition), entity('after', `${definition}\n---\nkind: Group`)];
        expect(reread([...printCatalog(entities)].join(''))).toEqual(entities);
      }),
    );
  });
});
