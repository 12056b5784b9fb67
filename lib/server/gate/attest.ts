import { createHash } from 'node:crypto';
import { IN_TOTO_PAYLOAD_TYPE, preAuthEncoding, sealEnvelope } from '#lib/domain/audit/dsse.ts';
import { verificationStatement, type StatementInput } from '#lib/domain/audit/statement.ts';
import type { DsseEnvelope } from '#lib/domain/gate/dto.ts';
import { signBytes, type SigningKey } from './signing-keys.ts';

/** A decision as signed evidence: an in-toto statement in a DSSE envelope, Ed25519. */
export function attest(key: SigningKey, input: StatementInput): DsseEnvelope {
  const payload = new TextEncoder().encode(JSON.stringify(verificationStatement(input)));
  const sig = signBytes(key, preAuthEncoding(IN_TOTO_PAYLOAD_TYPE, payload));
  return sealEnvelope(IN_TOTO_PAYLOAD_TYPE, payload, [{ keyid: key.kid, sig }]);
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** `sha256:<hex>` of a record (a sign-off, a checklist version) in one fixed spelling: keys sorted, absent ones left out. */
export function recordDigest(record: Json): string {
  return `sha256:${createHash('sha256').update(canonical(record)).digest('hex')}`;
}

function canonical(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.entries(value).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value);
