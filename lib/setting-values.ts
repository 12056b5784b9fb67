import { isIP } from 'node:net';

/** What one variable may hold. A reader returns the value or throws `Wrong` with the rest of the sentence "NAME …". */
export class Wrong extends Error {}

export function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new Wrong('must be a port number from 0 to 65535');
  return port;
}

/** A host name or address to listen on, without scheme and port. */
export function readHost(text: string): string {
  const isName = /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(text);
  if (isIP(text) === 0 && !isName)
    throw new Wrong('must be a host name or an address without scheme and port');
  return text;
}

export function readFlag(text: string): boolean {
  if (text !== '0' && text !== '1') throw new Wrong('must be 0 or 1');
  return text === '1';
}

export function readUrl(text: string, schemes: readonly string[]): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !schemes.includes(url.protocol.slice(0, -1))) {
    throw new Wrong(
      `must be an address that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
    );
  }
  return url;
}

/** Scheme, host and port only; returned without a slash at its end. */
export function readOrigin(text: string): string {
  const url = readUrl(text, ['https', 'http']);
  if (url.pathname !== '/' || url.search || url.hash || url.username) {
    throw new Wrong('must be a base address without path, such as https://gatehouse.example.com');
  }
  return url.origin;
}

/** An http address, kept as written but for slashes at its end. */
export const readWebAddress = (text: string): string =>
  readUrl(text, ['https', 'http']).href.replace(/\/+$/, '');

/** Checked, and kept exactly as written. */
export function readExactUrl(text: string, schemes: readonly string[]): string {
  readUrl(text, schemes);
  return text;
}

export const readDatabaseUrl = (text: string): string => readExactUrl(text, ['postgres', 'postgresql']);

/** An issuer is compared character by character, a slash at its end included. */
export const readIssuer = (text: string): string => readExactUrl(text, ['https', 'http']);

export const readMailUrl = (text: string): string => readUrl(text, ['smtp', 'smtps']).href;

export function readSecret(text: string): string {
  if (text.length < 32)
    throw new Wrong('must have at least 32 characters, for example from `openssl rand -hex 32`');
  return text;
}

/** A private key as PEM; `\n` written as two characters, as some systems store it, becomes a line end. */
export function readPem(text: string): string {
  const pem = text.replaceAll('\\n', '\n');
  if (!/-----BEGIN (?:RSA |EC )?PRIVATE KEY-----/.test(pem))
    throw new Wrong('must be a private key in PEM form');
  return pem;
}

export function readDigits(text: string): string {
  if (!/^\d+$/.test(text)) throw new Wrong('must be a number');
  return text;
}

export function readCount(text: string): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) === 0) throw new Wrong('must be a whole number from 1');
  return Number(text);
}

export function readOneOf<const Word extends string>(text: string, words: readonly Word[]): Word {
  const word = words.find((one) => one === text);
  if (!word) throw new Wrong(`must be one of ${words.join(', ')}`);
  return word;
}

/** Networks (`10.0.0.0/8`), addresses and host names, separated by commas or spaces. */
export function readNetworks(text: string): string[] {
  const entries = text.split(/[\s,]+/).filter(Boolean);
  for (const entry of entries) {
    const [address = '', bits, ...rest] = entry.split('/');
    const version = isIP(address);
    const isNetwork =
      version !== 0 && bits !== undefined && /^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
    const isHost =
      bits === undefined && (version !== 0 || /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(address));
    if (rest.length > 0 || (!isNetwork && !isHost)) {
      throw new Wrong(`must list networks such as 10.0.0.0/8 or host names; "${entry}" is neither`);
    }
  }
  return entries;
}

/** True for addresses that only this machine can reach. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
