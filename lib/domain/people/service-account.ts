import { conflicting, type Refusal } from '../identity/refusal.ts';
import type { Standing } from '../identity/standing.ts';
import { mayManage } from '../ownership/rights.ts';

/** Actors of the audit log that are no service account: one of the same name could not be told from them. */
const RESERVED: readonly string[] = ['operator', 'system', 'nobody'];

/** Refused as `service-account.reserved` for a name that the audit log needs for itself. */
export function mayCreateServiceAccount(standing: Standing, slug: string): Refusal | null {
  const refusal = mayManage(standing, 'integrations');
  if (refusal) return refusal;
  return RESERVED.includes(slug)
    ? conflicting('service-account.reserved', `The name ${slug} is reserved.`)
    : null;
}
