import { lookup } from 'node:dns';
import type { LookupAddress, LookupAllOptions } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { env } from '#lib/env.ts';
import { Problem } from '../http/problem.ts';
import { isListedHost, isReachable } from './address-guard.ts';

export interface Fetched {
  bytes: Buffer;
  mediaType: string;
  url: string;
}

export interface FetchLimits {
  maxBytes: number;
  timeoutMs: number;
  /** Who knows what a name stands for; the system unless said otherwise. */
  resolve?: Resolve;
}

/** As `dns.lookup` answers when it is asked for all addresses. */
export type Resolve = (
  name: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

const MAX_REDIRECTS = 3;

/**
 * Fetches from the public network only. The address is judged at the moment of connecting, for every redirect anew, so
 * that a name cannot answer differently the second time; nothing is sent along that could be a credential.
 */
export async function fetchPublic(address: string, limits: FetchLimits): Promise<Fetched> {
  let url = parse(address);
  const signal = AbortSignal.timeout(limits.timeoutMs);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const answer = await request(url, limits, signal);
    if (!answer.location) return { ...answer, url: url.href };
    url = parse(answer.location, url);
  }
  throw refused(`${url.host} redirects more than ${MAX_REDIRECTS} times.`, 'redirects');
}

function parse(address: string, base?: URL): URL {
  const url = URL.parse(address, base);
  if (!url || !/^https?:$/.test(url.protocol))
    throw refused('Only http and https addresses can be fetched.', 'scheme');
  if (url.username || url.password)
    throw refused('An address with a name or password in it is not fetched.', 'credentials');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const { allowedNetworks } = env();
  if (isIP(host) && !isReachable(host, allowedNetworks)) throw inside(url.hostname);
  return url;
}

type Answer = Omit<Fetched, 'url'> & { location?: string };

function request(
  url: URL,
  { maxBytes, resolve: resolveName = lookup }: FetchLimits,
  signal: AbortSignal,
): Promise<Answer> {
  const client = url.protocol === 'https:' ? https : http;
  const headers = {
    accept: 'application/json, application/yaml, text/yaml, */*;q=0.1',
    'user-agent': 'Gatehouse',
  };
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(error instanceof Problem ? error : unreachable(url, error, signal));
    const sent = client.get(
      url,
      { headers, signal, lookup: guardedLookup(url.hostname, resolveName), agent: false },
      (response) => {
        const { statusCode = 0 } = response;
        if (statusCode >= 300 && statusCode < 400 && response.headers.location) {
          response.destroy();
          resolve({ bytes: Buffer.alloc(0), mediaType: '', location: response.headers.location });
          return;
        }
        if (statusCode !== 200) {
          response.destroy();
          fail(refused(`${url.host} answered ${statusCode}.`, 'status'));
          return;
        }
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.byteLength;
          if (size > maxBytes)
            response.destroy(
              refused(`${url.host} sent more than ${maxBytes.toLocaleString('en')} bytes.`, 'too-large'),
            );
          else chunks.push(chunk);
        });
        response.on('error', fail);
        response.on('end', () =>
          resolve({ bytes: Buffer.concat(chunks), mediaType: mediaTypeOf(response.headers['content-type']) }),
        );
      },
    );
    sent.on('error', fail);
  });
}

/** Resolves a name and hands on only addresses that may be reached: what is checked is what is connected to. */
function guardedLookup(host: string, resolveName: Resolve): LookupFunction {
  const { allowedNetworks } = env();
  return (name, options, done) => {
    resolveName(name, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '');
      const allowed = isListedHost(host, allowedNetworks)
        ? addresses
        : addresses.filter((one) => isReachable(one.address, allowedNetworks));
      // One inside address among outside ones is a trick, not a service.
      if (allowed.length === 0 || allowed.length < addresses.length) return done(inside(host), '');
      if (options.all) return done(null, allowed);
      return done(null, allowed[0]!.address, allowed[0]!.family);
    });
  };
}

const mediaTypeOf = (header: string | undefined) => (header ?? '').split(';')[0]!.trim().toLowerCase();
const refused = (detail: string, code: string) =>
  new Problem('invalid', detail, { code: `import.${code}`, errors: [{ pointer: '/url', detail }] });
const inside = (host: string) =>
  refused(
    `${host} is not on the public network. An administrator can list it in GATEHOUSE_ALLOWED_NETWORKS.`,
    'inside-address',
  );

function unreachable(url: URL, error: Error, signal: AbortSignal): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const why = signal.aborted
    ? 'did not answer in time'
    : code === 'ENOTFOUND' || code === 'EAI_AGAIN'
      ? 'is a name nobody knows'
      : 'could not be reached';
  return refused(`${url.host} ${why}.`, 'unreachable');
}
