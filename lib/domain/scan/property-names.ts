/** Whether the words of a name end with one of the given phrases, written with spaces. */
export function endsWith(phrases: readonly string[]): (words: readonly string[]) => boolean {
  const byLast = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const parts = phrase.split(' ');
    const last = parts.at(-1) ?? '';
    byLast.set(last, [...(byLast.get(last) ?? []), parts]);
  }
  return (words) =>
    (byLast.get(words.at(-1) ?? '') ?? []).some(
      (parts) =>
        parts.length <= words.length &&
        parts.every((part, index) => words[words.length - parts.length + index] === part),
    );
}

/** Whether the words of a name are exactly one of the given phrases. */
export function isOneOf(phrases: readonly string[]): (words: readonly string[]) => boolean {
  const known = new Set(phrases);
  return (words) => known.has(words.join(' '));
}

/** What switches, orders or announces something about a credential and is none: `requirePassword`, `useExistingClientSecret`. */
const SWITCH =
  /^(?:allows?|allowed|disabled?|displays?|enabled?|enforced?|expires?|forces?|has|have|hides?|is|must|needs?|requires?|required|shows?|uses?)$/;
const ORDER = /^(?:changed?|forgot|forgotten|lost|resets?)$/;

function unlessSwitch(test: (words: readonly string[]) => boolean): (words: readonly string[]) => boolean {
  return (words) => test(words) && !SWITCH.test(words[0] ?? '');
}

const endsInPassword = endsWith([
  'password',
  'passwd',
  'passphrase',
  'password hash',
  'hashed password',
  'encrypted password',
  'password digest',
  'password salt',
  'cvv',
  'cvv2',
  'cvc',
  'card security code',
  'security answer',
]);

/** What nobody should ever get back, and what attackers look for first. */
export const isPassword = unlessSwitch(
  (words) => endsInPassword(words) && !ORDER.test(words[0] ?? '') && words.at(-2) !== 'username',
);

const endsInSecret = endsWith([
  'client secret',
  'app secret',
  'api secret',
  'shared secret',
  'secret key',
  'secret access key',
  'private key',
  'api key',
  'access token',
  'refresh token',
  'auth token',
  'session token',
  'authentication token',
  'bearer token',
  'reset token',
  'otp',
  'one time password',
  'app password',
  'recovery code',
  'mfa secret',
  'totp secret',
]);

export const isSecret = unlessSwitch(endsInSecret);

/** Numbers that identify people or reach their money; losing them is reportable in most places. */
export const isIdentityNumber = endsWith([
  'ssn',
  'social security number',
  'social security',
  'national id',
  'national identification number',
  'passport number',
  'passport no',
  'drivers license',
  'driver license number',
  'tax identification number',
  'credit card',
  'credit card number',
  'card number',
  'card no',
  'bank account number',
]);

/** What else people would not want to see published. */
export const isPersonal = endsWith([
  'tax id',
  'iban',
  'date of birth',
  'birth date',
  'birthdate',
  'birthday',
  'dob',
  'religion',
  'ethnicity',
  'sexual orientation',
  'health record',
  'diagnosis',
]);

/** A plain yes to being an administrator. */
export const isAdminFlag = isOneOf([
  'is admin',
  'admin',
  'is administrator',
  'is staff',
  'is superuser',
  'is super user',
  'is super admin',
  'superuser',
  'super admin',
]);

/** What decides over rights in another way. */
export const isPrivilege = isOneOf([
  'role',
  'roles',
  'user role',
  'user roles',
  'permission',
  'permissions',
  'privilege',
  'privileges',
  'authorities',
  'access level',
]);

/** What the service usually decides itself: money, approval, ownership. */
export const isServiceDecision = isOneOf([
  'balance',
  'account balance',
  'credit',
  'credits',
  'credit limit',
  'price',
  'unit price',
  'discount',
  'status',
  'is verified',
  'verified',
  'email verified',
  'is email verified',
  'phone verified',
  'is approved',
  'approved',
  'is paid',
  'owner',
  'owner id',
  'tenant id',
  'created by',
  'updated by',
]);

/** What the service assigns when it stores an object. */
export const isAssigned = isOneOf([
  'id',
  'uuid',
  'guid',
  'created',
  'created at',
  'created on',
  'created date',
  'created time',
  'creation date',
  'creation time',
  'date created',
  'create time',
  'updated',
  'updated at',
  'updated on',
  'update time',
  'modified',
  'modified at',
  'last modified',
  'last updated',
  'date updated',
  'created by',
  'updated by',
]);

/** How the service works inside. */
export const isInternal = endsWith([
  'stack trace',
  'stack traces',
  'stacktrace',
  'traceback',
  'backtrace',
  'exception stack',
  'inner exception',
  'sql state',
  'sql error',
]);

/** The same, if the thing that has it is an error; elsewhere it is what users keep: their queries, the crashes of their jobs. */
const endsInInternalOfError = endsWith([
  'exception type',
  'exception class',
  'exception message',
  'sql query',
  'sql statement',
  'debug message',
  'debug info',
  'debug information',
]);
const isShortInternalOfError = isOneOf([
  'stack',
  'exception',
  'trace',
  'sql',
  'query',
  'debug',
  'file',
  'line',
]);

export function isInternalOfError(words: readonly string[]): boolean {
  return endsInInternalOfError(words) || isShortInternalOfError(words);
}

/** Addresses that the service will call. */
export const isCalledAddress = endsWith([
  'callback',
  'callback url',
  'callback uri',
  'callback address',
  'webhook',
  'webhook url',
  'webhook uri',
  'hook url',
  'notify url',
  'notification url',
  'notification uri',
  'postback url',
  'proxy url',
  'source url',
  'source uri',
  'import url',
  'fetch url',
  'remote url',
  'target url',
  'delivery url',
  'endpoint url',
]);

/** Addresses that the service will send people to. */
export const isRedirectAddress = endsWith([
  'redirect',
  'redirect url',
  'redirect uri',
  'return url',
  'return uri',
  'success url',
  'cancel url',
  'failure url',
  'continue url',
  'next url',
]);
