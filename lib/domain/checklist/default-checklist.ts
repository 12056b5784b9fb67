import { AUTHENTICATION_ITEMS } from './items/authentication-items.ts';
import { AUTHORISATION_ITEMS } from './items/authorisation-items.ts';
import { CONSUMPTION_ITEMS } from './items/consumption-items.ts';
import { OPERATION_ITEMS } from './items/operation-items.ts';
import type { Checklist } from './types.ts';

/** The checklist of a fresh database. Questions follow the OWASP API Security Top 10 2023 (https://owasp.org/API-Security/editions/2023/en/0x11-t10/). */
export const DEFAULT_CHECKLIST: Checklist = {
  id: 'default',
  version: 1,
  title: 'API security before production',
  items: [...AUTHORISATION_ITEMS, ...AUTHENTICATION_ITEMS, ...CONSUMPTION_ITEMS, ...OPERATION_ITEMS],
};
