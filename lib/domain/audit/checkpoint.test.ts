import { describe, expect, it } from 'vitest';
import { checkpointBody, parseCheckpoint, signedNote } from './checkpoint.ts';

/** The example of C2SP tlog-checkpoint. */
const EXAMPLE = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

\u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
`;

describe('a checkpoint', () => {
  it('is read and written back to the same text', () => {
    const parsed = parseCheckpoint(EXAMPLE);
    if (!parsed.ok) throw new Error(parsed.faults.join(' '));
    const { checkpoint } = parsed;
    expect(checkpoint).toMatchObject({
      origin: 'example.com/behind-the-sofa',
      size: 20_852_163,
      extensions: [],
    });
    expect(Buffer.from(checkpoint.signatures[0]!.keyId).toString('hex')).toBe('033de0ae');
    expect(checkpointBody(checkpoint)).toBe(checkpoint.body);
    expect(signedNote(checkpoint.body, checkpoint.signatures)).toBe(EXAMPLE);
  });

  it('keeps extension lines in the signed text', () => {
    const parsed = parseCheckpoint(EXAMPLE.replace('q2I=\n', 'q2I=\nkept\n'));
    expect(parsed.ok && parsed.checkpoint.extensions).toEqual(['kept']);
    expect(parsed.ok && parsed.checkpoint.body).toContain('q2I=\nkept\n');
  });

  it.each([
    ['nothing', '', 'no blank line'],
    ['no signature', EXAMPLE.split('\u2014')[0]!, 'no signature'],
    ['a size with a leading zero', EXAMPLE.replace('\n20852163', '\n020852163'), 'tree size'],
    ['a size beyond exact numbers', EXAMPLE.replace('20852163', '99999999999999999999'), 'tree size'],
    [
      'a short root',
      EXAMPLE.replace('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=', 'CsUYag=='),
      'root hash',
    ],
    ['an empty origin', EXAMPLE.replace('example.com/behind-the-sofa\n2', '\n2'), 'origin'],
    ['a line that is no signature', `${EXAMPLE}hello\n`, 'no signature line'],
    ['no newline at the end', EXAMPLE.trimEnd(), 'newline'],
    ['carriage returns', EXAMPLE.replaceAll('\n', '\r\n'), 'no blank line'],
    ['a control character', EXAMPLE.replace('sofa\n2', 'sofa\u0007\n2'), 'control'],
    ['a book', 'x'.repeat(100_000), 'too long'],
  ])('is refused with %s', (_, text, fault) => {
    const parsed = parseCheckpoint(text);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? '' : parsed.faults.join(' ')).toContain(fault);
  });

  it('is not written with what could not be read back', () => {
    const root = new Uint8Array(32);
    expect(() => checkpointBody({ origin: 'two words', size: 1, root })).toThrow(RangeError);
    expect(() => checkpointBody({ origin: '', size: 1, root })).toThrow(RangeError);
    expect(() => checkpointBody({ origin: 'a+b', size: 1, root })).toThrow(RangeError);
    expect(() => checkpointBody({ origin: 'log', size: -1, root })).toThrow(RangeError);
    expect(() => checkpointBody({ origin: 'log', size: 1, root: new Uint8Array(31) })).toThrow(RangeError);
  });
});
