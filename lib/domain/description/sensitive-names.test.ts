import { describe, expect, it } from 'vitest';
import { sensitivityOf } from './sensitive-names.ts';

describe('sensitivityOf', () => {
  it.each([
    ['password', 'secret'],
    ['passwordHash', 'secret'],
    ['apiKey', 'secret'],
    ['X-Api-Key', 'secret'],
    ['date_of_birth', 'personal'],
    ['customerEmail', 'personal'],
    ['creditCardNumber', 'personal'],
    ['isAdmin', 'privileged'],
    ['role', 'privileged'],
    ['ownerId', 'privileged'],
    ['callback_url', 'address'],
    ['redirectURI', 'address'],
    ['label', null],
    ['shelfCode', null],
    ['shipping', null],
    ['keyboard', null],
    ['constructor', null],
    ['__proto__', null],
  ])('%s is %s', (name, kind) => {
    expect(sensitivityOf(name)).toBe(kind);
  });
});
