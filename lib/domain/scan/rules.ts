import { OBJECT_RULES } from './rules/api1-objects.ts';
import { THIRD_PARTY_RULES } from './rules/api10-third-parties.ts';
import { AUTHENTICATION_RULES } from './rules/api2-authentication.ts';
import { CREDENTIAL_RULES } from './rules/api2-credentials.ts';
import { PASSWORD_RULES } from './rules/api2-passwords.ts';
import { SCHEME_AND_EXAMPLE_RULES } from './rules/api2-schemes.ts';
import { SERVER_ADDRESS_RULES } from './rules/api2-servers.ts';
import { DISCLOSURE_RULES } from './rules/api3-disclosure.ts';
import { PRIVILEGE_RULES } from './rules/api3-privileges.ts';
import { OBJECT_PROPERTY_RULES } from './rules/api3-properties.ts';
import { LIMIT_RULES } from './rules/api4-limits.ts';
import { LIST_RULES, UPLOAD_RULES } from './rules/api4-lists.ts';
import { RATE_RULES } from './rules/api4-rate.ts';
import { FUNCTION_RULES } from './rules/api5-functions.ts';
import { FLOW_RULES } from './rules/api6-flows.ts';
import { ADDRESS_RULES } from './rules/api7-addresses.ts';
import { CALLED_ADDRESS_RULES } from './rules/api7-bodies.ts';
import { ADDRESS_EXAMPLE_RULES } from './rules/api7-examples.ts';
import { ANSWER_RULES } from './rules/api8-answers.ts';
import { EXPOSURE_RULES } from './rules/api8-disclosure.ts';
import { TRANSPORT_RULES } from './rules/api8-transport.ts';
import { ASYNCAPI_RULES } from './rules/asyncapi.ts';
import { ALL_CAUSES } from './rules/causes.ts';
import { LIFECYCLE_RULES } from './rules/api9-lifecycle.ts';
import { REFERENCE_RULES } from './rules/api9-references.ts';
import { SERVER_RULES } from './rules/api9-servers.ts';
import { GRAPHQL_RULES } from './rules/graphql.ts';
import { PROTOBUF_RULES } from './rules/protobuf.ts';
import type { Cause, Rule } from './rule.ts';

/** Changes whenever a scan of the same description could come out differently; kept with every result. */
export const RULE_SET = '2026.3';

/** Every rule, in the order of the OWASP API Security Top 10. */
export const RULES: readonly Rule[] = [
  ...OBJECT_RULES,
  ...AUTHENTICATION_RULES,
  ...CREDENTIAL_RULES,
  ...SCHEME_AND_EXAMPLE_RULES,
  ...SERVER_ADDRESS_RULES,
  ...PASSWORD_RULES,
  ...PRIVILEGE_RULES,
  ...DISCLOSURE_RULES,
  ...OBJECT_PROPERTY_RULES,
  ...LIMIT_RULES,
  ...LIST_RULES,
  ...UPLOAD_RULES,
  ...RATE_RULES,
  ...FUNCTION_RULES,
  ...FLOW_RULES,
  ...ADDRESS_RULES,
  ...CALLED_ADDRESS_RULES,
  ...ADDRESS_EXAMPLE_RULES,
  ...ANSWER_RULES,
  ...EXPOSURE_RULES,
  ...TRANSPORT_RULES,
  ...LIFECYCLE_RULES,
  ...SERVER_RULES,
  ...REFERENCE_RULES,
  ...THIRD_PARTY_RULES,
  ...GRAPHQL_RULES,
  ...ASYNCAPI_RULES,
  ...PROTOBUF_RULES,
];

/** Causes shared by several rules, by id. */
export const CAUSES: ReadonlyMap<string, Cause> = new Map(ALL_CAUSES.map((cause) => [cause.id, cause]));
