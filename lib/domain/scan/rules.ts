import { AUTHENTICATION_RULES } from './rules/authentication.ts';
import { CREDENTIAL_RULES } from './rules/credentials.ts';
import { REFERENCE_RULES } from './rules/references.ts';
import { TRANSPORT_RULES } from './rules/transport.ts';
import type { Cause, Rule } from './rule.ts';

/** Changes whenever a scan of the same description could come out differently; kept with every result. */
export const RULE_SET = '2026.1';

/** Every rule, in the order of the OWASP API Security Top 10. */
export const RULES: readonly Rule[] = [
  ...AUTHENTICATION_RULES,
  ...CREDENTIAL_RULES,
  ...TRANSPORT_RULES,
  ...REFERENCE_RULES,
];

/** Causes shared by several rules, by id. */
export const CAUSES: ReadonlyMap<string, Cause> = new Map<string, Cause>();
