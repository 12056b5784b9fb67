import { ORGANISATION_ROLES, SCOPES } from '#lib/domain/words.ts';
import { email as emailSchema, line, slug as slugSchema } from '#lib/server/http/schemas.ts';

/** One thing a command takes: what it looks like, and what is wrong with a text that does not. */
export interface ValueSpec {
  placeholder: string;
  /** The rest of the sentence "NAME …" when the text will not do, else null. */
  complaint?: (text: string) => string | null;
}

export interface OptionSpec extends ValueSpec {
  isRequired?: boolean;
}

export interface CommandSpec {
  /** `person add`; the command itself lies in `bin/commands/person-add.ts`. */
  name: string;
  summary: string;
  positionals: readonly ValueSpec[];
  options: Readonly<Record<string, OptionSpec>>;
}

const fits =
  (schema: { safeParse: (text: string) => { success: boolean } }, otherwise: string) => (text: string) =>
    schema.safeParse(text).success ? null : otherwise;

const name: ValueSpec = {
  placeholder: 'NAME',
  complaint: fits(line(120), 'must be one line of 1 to 120 characters'),
};
const email: ValueSpec = {
  placeholder: 'EMAIL',
  complaint: fits(emailSchema, 'must be an e-mail address'),
};
const slug: ValueSpec = {
  placeholder: 'SLUG',
  complaint: fits(
    slugSchema,
    'must be 1 to 64 small letters, digits and hyphens, without a hyphen at either end',
  ),
};
const role: ValueSpec = {
  placeholder: ORGANISATION_ROLES.join('|'),
  complaint: (text) =>
    isOneOf(text, ORGANISATION_ROLES) ? null : `must be one of ${ORGANISATION_ROLES.join(', ')}`,
};
const scopes: ValueSpec = {
  placeholder: 'SCOPE,…',
  complaint: (text) =>
    text.split(',').every((scope) => isOneOf(scope, SCOPES))
      ? null
      : `must list some of ${SCOPES.join(', ')}, separated by commas`,
};
const days: ValueSpec = {
  placeholder: 'N',
  complaint: (text) => (/^[1-9]\d{0,3}$/.test(text) ? null : 'must be a number of days from 1 to 9999'),
};
const file = (placeholder: string): ValueSpec => ({ placeholder });
const required = (spec: ValueSpec): OptionSpec => ({ ...spec, isRequired: true });

const isOneOf = (text: string, words: readonly string[]) => words.includes(text);

export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'migrate',
    summary: 'brings the database to the newest schema',
    positionals: [],
    options: {},
  },
  {
    name: 'person add',
    summary: 'adds a person',
    positionals: [email],
    options: { name: required(name), role },
  },
  {
    name: 'token create',
    summary: 'makes a token for a person and prints it alone',
    positionals: [email],
    options: { name: required(name), 'expires-days': days },
  },
  {
    name: 'service-account create',
    summary: 'makes an account for a pipeline and prints its token alone',
    positionals: [slug],
    options: { scopes: required(scopes) },
  },
  {
    name: 'audit verify',
    summary: 'recomputes the audit log, prints tree size and root',
    positionals: [],
    options: { from: file('FILE.checkpoint') },
  },
  {
    name: 'verify',
    summary: 'checks an attestation offline, without database and network',
    positionals: [file('ATTESTATION.json')],
    options: { keys: required(file('KEYS.json')) },
  },
  {
    name: 'demo load',
    summary: 'loads the demo organisation into an empty database',
    positionals: [],
    options: {},
  },
];
