import { describe, expect, it } from 'vitest';
import { auditSentence } from './audit-sentence.ts';

const REVIEW = '01a1eebe-2080-7cbd-a3d2-d39189d722ad';

describe('an audit event as a sentence', () => {
  it.each([
    [
      {
        action: 'review.answered',
        subjects: [REVIEW, 'payouts', 'errors-reveal-nothing'],
        data: { after: { answer: 'not-applicable' } },
      },
      'payouts: errors reveal nothing was answered not applicable',
    ],
    [
      { action: 'review.approved', subjects: [REVIEW, 'payouts'], data: { role: 'owner' } },
      'payouts was signed off by its owner',
    ],
    [
      { action: 'exception.approved', subjects: ['payouts', REVIEW], data: {} },
      'An exception for payouts was approved',
    ],
    [
      { action: 'session.opened', subjects: ['ana@example.com'], data: { how: 'demo' } },
      'ana@example.com signed in',
    ],
    [{ action: 'something.happened', subjects: [REVIEW], data: {} }, 'Something happened'],
    [{ action: 'service-account.created', subjects: ['ci'], data: {} }, 'Service account created: ci'],
  ])('%o', (event, sentence) => expect(auditSentence(event)).toBe(sentence));
});
