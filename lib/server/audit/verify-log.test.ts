import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { rootOf, treeHasher } from '#lib/domain/audit/merkle.ts';
import { generateSigningKey, toVerifyingKey } from '../gate/signing-keys.ts';
import { sha256 } from './sha256.ts';
import { signCheckpoint } from './sign-checkpoint.ts';
import { verifyLog } from './verify-log.ts';

const hasher = treeHasher(sha256);
const lines = Array.from({ length: 25 }, (_, seq) =>
  JSON.stringify({ seq, actor: 'änna@example.test', action: 'api.registered' }),
);
const rootAt = (size: number, of = lines) =>
  rootOf(
    hasher,
    of.slice(0, size).map((line) => hasher.leaf(new TextEncoder().encode(line))),
  );
const key = generateSigningKey();
const checkpointAt = (size: number) =>
  signCheckpoint([key], { origin: 'log.example.com', size, root: rootAt(size) });

async function* streamed<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  for (const item of items) yield await Promise.resolve(item);
}

describe('sha256', () => {
  it('is SHA-256', () => {
    for (const text of ['', 'abc', 'ä'.repeat(1000)]) {
      const bytes = new TextEncoder().encode(text);
      expect(Buffer.from(sha256(bytes)).toString('hex')).toBe(
        createHash('sha256').update(bytes).digest('hex'),
      );
    }
  });
});

describe('verifying a log', () => {
  it('gives size and root of the exact bytes, however they arrive', async () => {
    const expected = { ok: true, size: 25, root: rootAt(25), older: null };
    const bytes = lines.map((line) => new TextEncoder().encode(line));
    expect(await verifyLog(streamed(lines))).toMatchObject(expected);
    expect(await verifyLog(streamed(bytes))).toMatchObject(expected);
    expect(await verifyLog(streamed([lines.slice(0, 10), bytes.slice(10)]))).toMatchObject(expected);
    expect(await verifyLog([])).toMatchObject({ ok: true, size: 0, root: hasher.empty() });
  });

  it.each([0, 1, 7, 16, 25])('finds the checkpoint of %i events in its past', async (size) => {
    const report = await verifyLog(streamed(lines), {
      checkpoint: checkpointAt(size),
      keys: [toVerifyingKey(key)],
    });
    expect(report).toMatchObject({ ok: true, older: { size, continued: true, signed: true } });
  });

  const without = (at: number) => lines.filter((_, index) => index !== at);
  it.each([
    [
      'altered',
      lines.map((line, at) => (at === 4 ? line.replace('registered', 'retired') : line)),
      'altered',
    ],
    ['deleted', without(3), 'altered'],
    ['inserted', [...lines.slice(0, 2), '{"seq":99}', ...lines.slice(2)], 'altered'],
    ['reordered', [lines[1]!, lines[0]!, ...lines.slice(2)], 'altered'],
    ['cut off', lines.slice(0, 15), 'missing'],
    ['emptied', [], 'missing'],
  ])('tells that events were %s', async (_, tampered, word) => {
    const report = await verifyLog(streamed(tampered), { checkpoint: checkpointAt(20) });
    expect(report).toMatchObject({ ok: false, older: { size: 20, continued: false, signed: null } });
    expect(report.sentences.join(' ')).toContain(word);
  });

  it('does not trust a checkpoint that somebody else signed', async () => {
    const keys = [toVerifyingKey(generateSigningKey())];
    const report = await verifyLog(streamed(lines), { checkpoint: checkpointAt(20), keys });
    expect(report).toMatchObject({ ok: false, older: { continued: true, signed: false } });
  });

  it('does not pass over a checkpoint that it cannot read', async () => {
    const report = await verifyLog(streamed(lines), { checkpoint: 'hello' });
    expect(report).toMatchObject({ ok: false, size: 25, older: null });
  });
});
