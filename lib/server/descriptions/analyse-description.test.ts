import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { analyseDescription } from './analyse-description.ts';
import { occurrencesIn } from './occurrences-in.ts';
import { OF_EVERY_FORMAT, openapi } from './testing/descriptions.ts';
import { bytesOf } from './testing/bytes-of.ts';

describe('analyseDescription', () => {
  it('gives the digest of the exact bytes, and one of what matters', () => {
    const bytes = bytesOf(openapi('3.0.3'));
    const { digest, materialDigest } = analyseDescription(bytes, 'application/json');
    expect(digest).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`);
    expect(materialDigest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(materialDigest).not.toBe(digest);
  });

  it('does not care how the document is written', () => {
    const document = JSON.parse(openapi('3.1.0')) as { info: object };
    const reworded = { ...document, info: { title: 'Another title', version: '9', description: 'Reworded' } };
    const texts = [
      JSON.stringify(document),
      JSON.stringify(document, null, 4),
      stringify(document),
      stringify(document, { collectionStyle: 'flow' }),
      `\uFEFF${stringify(reworded, { defaultStringType: 'QUOTE_SINGLE' })}`,
    ];
    const analyses = texts.map((text) => analyseDescription(bytesOf(text)));
    expect(new Set(analyses.map(({ materialDigest }) => materialDigest)).size).toBe(1);
    const sorted = analyseDescription(bytesOf(stringify(document, { sortMapEntries: true })));
    expect(sorted.materialDigest).toBe(analyses[0]?.materialDigest);
    expect(new Set(analyses.map(({ digest }) => digest)).size).toBe(texts.length);
    for (const { operations, scan } of analyses) {
      expect(operations).toEqual(analyses[0]?.operations);
      expect(scan.findings.map(({ fingerprint }) => fingerprint)).toEqual(
        analyses[0]?.scan.findings.map(({ fingerprint }) => fingerprint),
      );
    }
  });

  it.each(OF_EVERY_FORMAT)('analyses %s without keeping the document', (format, mediaType, text, keys) => {
    const analysis = analyseDescription(bytesOf(text), mediaType);
    expect(analysis.format).toBe(format);
    expect(analysis.operations).toHaveLength(keys.length);
    expect(analysis.scan.ruleSet).not.toBe('');
    expect(Object.keys(analysis).sort()).toEqual(
      [
        'digest',
        'features',
        'format',
        'materialDigest',
        'operations',
        'scan',
        'servers',
        'title',
        'version',
      ].sort(),
    );
  });
});

describe('occurrencesIn', () => {
  it('says in which line each stands, the same place in JSON and YAML', () => {
    const document = JSON.parse(openapi('3.0.3')) as object;
    const inJson = occurrencesIn(bytesOf(JSON.stringify(document, null, 2)));
    const inYaml = occurrencesIn(bytesOf(stringify(document)), 'application/yaml');
    expect(inJson.length).toBeGreaterThan(0);
    expect(inYaml.map(({ rule, pointer }) => [rule, pointer])).toEqual(
      inJson.map(({ rule, pointer }) => [rule, pointer]),
    );
    for (const occurrence of [...inJson, ...inYaml]) expect(occurrence.line).toBeGreaterThan(0);
  });
});
