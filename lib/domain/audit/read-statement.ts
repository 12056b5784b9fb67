import { isRecord } from '../is-record.ts';
import { OUTCOMES } from '../words.ts';
import {
  DECISION_EXTENSION,
  STATEMENT_TYPE,
  SUMMARY_PREDICATE,
  type DecisionExtension,
  type DigestSet,
} from './statement.ts';

/** What a verification summary says, whoever made it. */
export interface AttestationSummary {
  verifier: string;
  timeVerified: string;
  resourceUri: string;
  policy: string;
  result: 'PASSED' | 'FAILED';
  levels: string[];
  subjects: { name: string; digest: DigestSet }[];
  /** Present when a Gatehouse made it. */
  decision: DecisionExtension | null;
}

/** Reads parsed JSON as an in-toto statement with a verification summary; a text says what it lacks. */
export function readStatement(value: unknown): AttestationSummary | string {
  if (!isRecord(value) || value['_type'] !== STATEMENT_TYPE) {
    return `The signed content is not an in-toto statement (${STATEMENT_TYPE}).`;
  }
  if (value['predicateType'] !== SUMMARY_PREDICATE) {
    return `The statement is not a verification summary (${SUMMARY_PREDICATE}).`;
  }
  const subjects = readSubjects(value['subject']);
  if (!subjects) return 'The statement names no subject with a digest, so it is about nothing.';
  return (
    readPredicate(value['predicate'], subjects) ?? 'The verification summary lacks a field that it must have.'
  );
}

function readSubjects(value: unknown): AttestationSummary['subjects'] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const subjects: AttestationSummary['subjects'] = [];
  for (const subject of value as unknown[]) {
    if (!isRecord(subject) || !isDigestSet(subject['digest'])) return null;
    const name = subject['name'];
    subjects.push({ name: typeof name === 'string' ? name : '', digest: subject['digest'] });
  }
  return subjects;
}

function readPredicate(value: unknown, subjects: AttestationSummary['subjects']): AttestationSummary | null {
  if (!isRecord(value) || !isRecord(value['verifier']) || !isRecord(value['policy'])) return null;
  const verifier = value['verifier']['id'];
  const policy = value['policy']['uri'];
  const { timeVerified, resourceUri, verificationResult: result, verifiedLevels: levels } = value;
  if (!isText(verifier) || !isText(policy) || !isText(resourceUri)) return null;
  if (!isText(timeVerified) || Number.isNaN(Date.parse(timeVerified))) return null;
  if (result !== 'PASSED' && result !== 'FAILED') return null;
  if (!Array.isArray(levels) || !levels.every(isText)) return null;
  const decision = readDecision(value[DECISION_EXTENSION]);
  return { verifier, timeVerified, resourceUri, policy, result, levels, subjects, decision };
}

function readDecision(value: unknown): DecisionExtension | null {
  if (!isRecord(value)) return null;
  const { id, api, environment, revision, enforced, allowed, expiresAt } = value;
  const outcome = OUTCOMES.find((word) => word === value['outcome']);
  if (!isText(id) || !isText(api) || !isText(environment) || !outcome) return null;
  return {
    id,
    api,
    environment,
    revision: isText(revision) ? revision : null,
    outcome,
    enforced: enforced === true,
    allowed: allowed === true,
    expiresAt: isText(expiresAt) ? expiresAt : null,
  };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const isDigestSet = (value: unknown): value is DigestSet =>
  isRecord(value) &&
  Object.keys(value).length > 0 &&
  Object.values(value).every((hex) => typeof hex === 'string' && /^[0-9a-f]+$/.test(hex));
