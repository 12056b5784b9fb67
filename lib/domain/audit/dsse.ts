import type { DsseEnvelope } from '../gate/dto.ts';
import { isRecord } from '../is-record.ts';
import { fromBase64, toBase64 } from './base64.ts';

/** The one payload type that Gatehouse signs and accepts. */
export const IN_TOTO_PAYLOAD_TYPE = 'application/vnd.in-toto+json';

/** An envelope taken apart. `keyid` is a hint for finding the key and proves nothing. */
export interface OpenedEnvelope {
  payloadType: string;
  payload: Uint8Array;
  signatures: { keyid: string | null; sig: Uint8Array }[];
}

const MAX_SIGNATURES = 32;

/** The bytes that are signed: the type and the body with their lengths, so that no two pairs encode alike (PAE). */
export function preAuthEncoding(payloadType: string, body: Uint8Array): Uint8Array {
  const encoder = new TextEncoder();
  const type = encoder.encode(payloadType);
  const head = encoder.encode(`DSSEv1 ${type.length} ${payloadType} ${body.length} `);
  const bytes = new Uint8Array(head.length + body.length);
  bytes.set(head);
  bytes.set(body, head.length);
  return bytes;
}

export function sealEnvelope(
  payloadType: string,
  payload: Uint8Array,
  signatures: readonly { keyid: string; sig: Uint8Array }[],
): DsseEnvelope {
  return {
    payloadType,
    payload: toBase64(payload),
    signatures: signatures.map(({ keyid, sig }) => ({ keyid, sig: toBase64(sig) })),
  };
}

/** Takes an envelope apart without verifying it; a text says what is wrong with it. */
export function openEnvelope(value: unknown): OpenedEnvelope | string {
  if (!isRecord(value))
    return 'It is not a signed envelope: a JSON object with payloadType, payload and signatures.';
  const { payloadType, payload, signatures } = value;
  if (typeof payloadType !== 'string') return 'The envelope has no payloadType.';
  const bytes = typeof payload === 'string' ? decode(payload) : null;
  if (bytes === null) return "The envelope's payload is not base64.";
  if (!Array.isArray(signatures) || signatures.length === 0) return 'The envelope has no signatures.';
  if (signatures.length > MAX_SIGNATURES) return `The envelope has more than ${MAX_SIGNATURES} signatures.`;
  const opened: OpenedEnvelope['signatures'] = [];
  for (const entry of signatures as unknown[]) {
    const sig = isRecord(entry) && typeof entry['sig'] === 'string' ? decode(entry['sig']) : null;
    if (sig === null) return 'A signature of the envelope is not base64.';
    const keyid = (entry as Record<string, unknown>)['keyid'];
    opened.push({ keyid: typeof keyid === 'string' && keyid !== '' ? keyid : null, sig });
  }
  return { payloadType, payload: bytes, signatures: opened };
}

/** The envelope's specification allows both alphabets of base64. */
const decode = (text: string): Uint8Array | null =>
  fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'));
