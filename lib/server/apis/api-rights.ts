import type { ApiAction } from '#lib/domain/apis/dto.ts';
import type { Refusal } from '#lib/domain/identity/refusal.ts';
import type { Standing } from '#lib/domain/identity/standing.ts';
import type { ApiPlace } from '#lib/domain/ownership/capacities.ts';
import * as rights from '#lib/domain/ownership/rights.ts';
import type { Right } from '#lib/domain/teams/dto.ts';
import { rightOf } from '../right-of.ts';

const RULES = {
  edit: rights.mayEditApi,
  remove: rights.mayRemoveApi,
  upload: rights.mayUpload,
  offer: rights.mayOffer,
  accept: rights.mayAccept,
  decline: rights.mayDecline,
  attest: rights.mayAttest,
  requestReview: rights.mayRequestReview,
  'propose-exception': (who, api) => rights.overApi('propose-exception', who, api),
  'open-emergency': (who, api) => rights.overApi('open-emergency', who, api),
  'judge-finding': (who, api) => rights.overApi('judge-finding', who, api),
  'dismiss-finding': (who, api) => rights.overApi('dismiss-finding', who, api),
} satisfies Record<ApiAction, (who: Standing, api: ApiPlace) => Refusal | null>;

/** The buttons of an API's page, judged by the rules that its verbs apply. */
export function apiRights(who: Standing, api: ApiPlace): Record<ApiAction, Right> {
  const entries = Object.entries(RULES).map(([action, rule]) => [action, rightOf(rule(who, api))]);
  return Object.fromEntries(entries) as Record<ApiAction, Right>;
}
