import { propertiesOf } from '../operation-facts.ts';
import type { OperationNode } from '../operation-node.ts';
import { oncePerPlace } from '../memo.ts';
import { isPassword } from '../property-names.ts';
import type { Place, References } from '../references.ts';
import type { OperationRule } from '../rule.ts';
import { changesPassword } from '../vocabulary.ts';
import { wordsOf } from '../words-of.ts';

/** Words of what proves that the account is the caller's: the password so far, or what was sent to its owner. */
const PROOF =
  /^(?:old|current|previous|existing|original|present|last|token|otp|code|pin|key|hash|secret|ticket|nonce|signature|verification|answer)$/;

type Asks = 'no password' | 'only the new one' | 'proof';

const asksOf = oncePerPlace((references: References, body: Place): Asks => {
  const names = propertiesOf(references, body, 2).map(({ name }) => wordsOf(name));
  if (names.some((words) => words.some((word) => PROOF.test(word)))) return 'proof';
  return names.some((words) => isPassword(words)) ? 'only the new one' : 'no password';
});

function takesOnlyTheNewOne({ bodies }: OperationNode, references: References): boolean {
  return bodies.length > 0 && bodies.every(({ schema }) => asksOf(references, schema) === 'only the new one');
}

/** How the way into an account is changed. */
export const PASSWORD_RULES: readonly OperationRule[] = [
  {
    id: 'api2-password-change-without-proof',
    on: 'operation',
    owasp: ['API2', 'API1'],
    severity: 'medium',
    per: 'operations',
    group: 'document',
    title: 'A password is changed without the old one',
    why: 'Whoever is signed in, or holds a stolen session, can set a new password without proving that the account is theirs. Where the path or the body names the account, one forgotten check hands over the accounts of others.',
    fix: 'Ask for the current password, or for a code that was sent to the owner of the account; take the account from the identity of the caller and not from the request; end the other sessions. Where administrators reset passwords of others, use an operation of its own with a scope of its own.',
    among: (operation) => operation.security.length > 0 && changesPassword(operation),
    check: (operation, { references }) => takesOnlyTheNewOne(operation, references),
  },
];
