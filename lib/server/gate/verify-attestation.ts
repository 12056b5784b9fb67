import {
  IN_TOTO_PAYLOAD_TYPE,
  openEnvelope,
  preAuthEncoding,
  type OpenedEnvelope,
} from '#lib/domain/audit/dsse.ts';
import { readStatement, type AttestationSummary } from '#lib/domain/audit/read-statement.ts';
import { isRecord } from '#lib/domain/is-record.ts';
import { readJwks, verifyBytes, type VerifyingKey } from './signing-keys.ts';

/** What an attestation turned out to be, with a sentence for everything a person should know. */
export interface AttestationReport {
  /** Genuine, about something, and it says PASSED. */
  ok: boolean;
  /** Whether one of the keys signed exactly this content. */
  genuine: boolean;
  /** What it relied on has run out since (a sign-off, say). It stays true of its day, so this is no failure. */
  expired: boolean;
  /** Thumbprint of the key that signed it. */
  kid: string | null;
  summary: AttestationSummary | null;
  sentences: string[];
}

/**
 * Checks an attestation with the keys of a JWKS, without a database or a network. `document` is the envelope or a
 * gate's whole answer that holds one under `attestation`; both arguments are parsed JSON.
 */
export function verifyAttestation(document: unknown, keys: unknown, now: Date): AttestationReport {
  const envelope = openEnvelope(unwrap(document));
  if (typeof envelope === 'string') return refused(envelope);
  // The type comes before the signature: a text signed for another purpose must not be read as evidence.
  if (envelope.payloadType !== IN_TOTO_PAYLOAD_TYPE) {
    const type = JSON.stringify(envelope.payloadType.slice(0, 100));
    return refused(`The payload type is ${type}; only ${IN_TOTO_PAYLOAD_TYPE} is accepted.`);
  }
  const known = readJwks(keys);
  if (typeof known === 'string') return refused(known);
  const signer = findSigner(envelope, known);
  if (!signer) {
    return refused(
      'No signature was made by a key of the keys file, or the content was altered after signing.',
    );
  }
  const summary = readStatement(parseJson(envelope.payload));
  if (typeof summary === 'string') return { ...refused(summary), genuine: true, kid: signer.kid };
  return describe(summary, signer.kid, now);
}

function describe(summary: AttestationSummary, kid: string, now: Date): AttestationReport {
  const { verifier, resourceUri, timeVerified, result, subjects, decision } = summary;
  const expiresAt = decision?.expiresAt ?? null;
  const expired = expiresAt !== null && Date.parse(expiresAt) <= now.getTime();
  const sentences = [
    `The signature is genuine: key ${kid} signed this content.`,
    `${verifier} judged ${resourceUri} at ${timeVerified}: ${result}.`,
    ...subjects.map(({ name, digest }) => {
      const digests = Object.entries(digest).map(([algorithm, hex]) => `${algorithm}:${hex}`);
      return `It is about ${name || 'a subject without a name'}, ${digests.join(', ')}.`;
    }),
  ];
  if (result === 'FAILED') sentences.push('The decision was no approval: this attestation permits nothing.');
  if (expired) {
    sentences.push(
      `What it relied on ran out at ${expiresAt}: ask the gate again before another deployment.`,
    );
  }
  return { ok: result === 'PASSED', genuine: true, expired, kid, summary, sentences };
}

function refused(sentence: string): AttestationReport {
  return { ok: false, genuine: false, expired: false, kid: null, summary: null, sentences: [sentence] };
}

/** Every signature is tried with every key: the `keyid` in the envelope is not signed and decides nothing. */
function findSigner(envelope: OpenedEnvelope, keys: readonly VerifyingKey[]): VerifyingKey | undefined {
  const message = preAuthEncoding(envelope.payloadType, envelope.payload);
  return keys.find((key) => envelope.signatures.some(({ sig }) => verifyBytes(key, message, sig)));
}

/** An envelope may stand as text inside a gate's answer. */
function unwrap(document: unknown): unknown {
  if (!isRecord(document) || !('attestation' in document)) return document;
  const inner = document['attestation'];
  return typeof inner === 'string' ? parseJson(new TextEncoder().encode(inner)) : inner;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
