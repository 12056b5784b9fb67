import { OBJECT_RULES } from './rules/api1-objects.ts';
import { AUTHENTICATION_RULES } from './rules/api2-authentication.ts';
import { CREDENTIAL_RULES } from './rules/api2-credentials.ts';
import { OBJECT_PROPERTY_RULES, OPEN_OBJECTS } from './rules/api3-properties.ts';
import { LIMIT_RULES, UNBOUNDED_VALUES } from './rules/api4-limits.ts';
import { NO_RATE_LIMIT, RATE_RULES } from './rules/api4-rate.ts';
import { FUNCTION_RULES } from './rules/api5-functions.ts';
import { ADDRESS_RULES } from './rules/api7-addresses.ts';
import { ANSWER_RULES, ERROR_ANSWERS } from './rules/api8-answers.ts';
import { TRANSPORT_RULES } from './rules/api8-transport.ts';
import { REFERENCE_RULES } from './rules/api9-references.ts';
import { SERVER_RULES, UNCLEAR_SERVERS } from './rules/api9-servers.ts';
import type { Cause, Rule } from './rule.ts';

/** Changes whenever a scan of the same description could come out differently; kept with every result. */
export const RULE_SET = '2026.1';

/** Every rule, in the order of the OWASP API Security Top 10. */
export const RULES: readonly Rule[] = [
  ...OBJECT_RULES,
  ...AUTHENTICATION_RULES,
  ...CREDENTIAL_RULES,
  ...OBJECT_PROPERTY_RULES,
  ...LIMIT_RULES,
  ...RATE_RULES,
  ...FUNCTION_RULES,
  ...ADDRESS_RULES,
  ...ANSWER_RULES,
  ...TRANSPORT_RULES,
  ...REFERENCE_RULES,
  ...SERVER_RULES,
];

/** Causes shared by several rules, by id. */
export const CAUSES: ReadonlyMap<string, Cause> = new Map(
  [OPEN_OBJECTS, UNBOUNDED_VALUES, NO_RATE_LIMIT, ERROR_ANSWERS, UNCLEAR_SERVERS].map((cause) => [
    cause.id,
    cause,
  ]),
);
