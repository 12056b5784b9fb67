import { textOf } from '../../description/json-values.ts';
import { ASYNCAPI, OPENAPI_3 } from '../rule.ts';
import type { ObjectRule } from '../rule.ts';

/** The part before the `@` of an address (RFC 3986, 3.2.1), with a password in it. */
const WITH_PASSWORD = /^(?:[a-z][\w+.-]{0,30}:\/\/)?[^/?#@:\s]{0,200}:([^/?#\s]{1,200})@(.{0,100})/i;
/** What stands for a password that readers are to put in. */
const PLACEHOLDER =
  /^(?:\{.*\}|<.*>|\$\{.*\}|\[.*\]|%7b.*%7d|\*+|x+|\.+|\W*(?:your\W*)?(?:pass(?:word|wd)?|pwd|secret|token)\W*)$/i;
const LOCAL = /^(?:localhost|127\.|\[::1\]|0\.0\.0\.0)/i;

function holdsPassword(address: string | null): boolean {
  const [, password, host] = WITH_PASSWORD.exec(address ?? '') ?? [];
  return password !== undefined && !PLACEHOLDER.test(password) && !LOCAL.test(host ?? '');
}

/** What addresses of servers give away. */
export const SERVER_ADDRESS_RULES: readonly ObjectRule[] = [
  {
    id: 'api2-password-in-server',
    on: 'server',
    dialects: [...OPENAPI_3, ...ASYNCAPI],
    owasp: ['API2'],
    severity: 'high',
    per: 'servers',
    group: 'document',
    title: 'The address of a server holds a password',
    why: 'Everybody who reads the description can use it, and it stays in every copy and log that the address went to.',
    fix: 'Exchange the password, take it out of the address, and describe with `security` how callers identify themselves.',
    check: ({ value, pointer }) =>
      ['url', 'host'].filter((key) => holdsPassword(textOf(value[key]))).map((key) => `${pointer}/${key}`),
  },
];
