import type { TierPolicy } from '../gate/facts.ts';
import type { ApprovalRole } from '../words.ts';

/**
 * The sign-offs a tier needs, owner first. The owner's is needed whatever the policy says: no policy can open the gate
 * for an API that nobody has signed.
 */
export function requiredRoles(policy: Pick<TierPolicy, 'signOffs'>): ApprovalRole[] {
  return policy.signOffs.includes('security') ? ['owner', 'security'] : ['owner'];
}
