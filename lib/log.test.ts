import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createLogger } from './log.ts';

function record(write: (log: ReturnType<typeof createLogger>) => void): string {
  let text = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  write(createLogger(stream, 'info'));
  return text;
}

describe('the log', () => {
  it('writes one JSON object a line, with time and level as words', () => {
    const line = record((log) => log.info({ requestId: 'r1' }, 'answered'));
    expect(JSON.parse(line)).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      requestId: 'r1',
      msg: 'answered',
    });
  });

  const secrets: [string, (log: ReturnType<typeof createLogger>) => void][] = [
    ['a field', (log) => log.info({ token: 'hunter2' }, 'x')],
    ['a header', (log) => log.info({ headers: { authorization: 'Bearer hunter2' } }, 'x')],
    ['a cookie being set', (log) => log.info({ res: { headers: { 'set-cookie': 'hunter2' } } }, 'x')],
    ['an address in a message', (log) => log.info('cannot reach postgres://me:hunter2@db/x')],
    ['an address in an error', (log) => log.error({ err: new Error('postgres://me:hunter2@db/x') }, 'x')],
    ['a bearer token in an error', (log) => log.error({ err: new Error('sent Bearer hunter2hunter2') }, 'x')],
  ];
  it.each(secrets)('keeps %s out', (_, write) => {
    const text = record(write);
    expect(text).toContain('[redacted]');
    expect(text).not.toContain('hunter2');
  });
});
