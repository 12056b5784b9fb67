import { EVERY_DIALECT } from '../rule.ts';
import type { DocumentRule } from '../rule.ts';

/** Parts of the description that cannot be looked at. */
export const REFERENCE_RULES: readonly DocumentRule[] = [
  {
    id: 'api9-external-reference',
    on: 'document',
    dialects: EVERY_DIALECT,
    owasp: ['API9'],
    severity: 'low',
    per: 'document',
    group: 'document',
    title: 'Parts of the description are kept elsewhere',
    why: 'References to other files or addresses are never fetched here, so what they describe is neither reviewed nor covered by the approval, and can change unnoticed.',
    fix: 'Bundle the description into one document before uploading it (for example with `redocly bundle`).',
    check: ({ dangling }) => dangling.filter(({ isExternal }) => isExternal).map(({ pointer }) => pointer),
  },
  {
    id: 'api9-broken-reference',
    on: 'document',
    dialects: EVERY_DIALECT,
    owasp: ['API9'],
    severity: 'low',
    per: 'document',
    group: 'document',
    title: 'References lead nowhere',
    why: 'What a broken reference was to describe is missing: nobody can review it, and validators accept anything in its place.',
    fix: 'Correct the reference or add the component that it names.',
    check: ({ dangling }) => dangling.filter(({ isExternal }) => !isExternal).map(({ pointer }) => pointer),
  },
];
