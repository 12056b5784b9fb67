import { arrayOf, isObject, objectOf, textOf } from '../../description/json-values.ts';
import { isSunsetKey, SUNSET_TEXT } from '../../description/sunset.ts';
import { namesIn, speaksOf } from '../operation-facts.ts';
import type { OperationNode } from '../operation-node.ts';
import type { References } from '../references.ts';
import type { DocumentNode, DocumentRule, OperationRule, Rule } from '../rule.ts';
import { DESCRIPTION_GAPS } from './causes.ts';

const VERSION = /^v(\d+)(?:[._]\d+)*(?:(?:alpha|beta|rc)\d*)?$/i;

function versionIn(path: string): string | undefined {
  return namesIn(path).find((segment) => VERSION.test(segment));
}

/** Operations of an older major version that exist in a newer one too and are not marked as deprecated. */
function olderVersions({ operations }: DocumentNode): string[] {
  const newest = new Map<string, number>();
  const versioned = operations.flatMap((operation) => {
    const version = versionIn(operation.path);
    if (version === undefined) return [];
    const rest = `${operation.method} ${operation.path.replace(`/${version}`, '').replaceAll(/\{[^{}]*\}/g, '{}')}`;
    const major = Number(VERSION.exec(version)?.[1]);
    newest.set(rest, Math.max(newest.get(rest) ?? 0, major));
    return [{ operation, rest, major }];
  });
  return versioned
    .filter(
      ({ operation, rest, major }) => major < (newest.get(rest) ?? 0) && operation.value.deprecated !== true,
    )
    .map(({ operation }) => operation.pointer);
}

function hasSunset(operation: OperationNode, references: References): boolean {
  if (Object.keys(operation.value).some(isSunsetKey)) return true;
  if (speaksOf(operation, SUNSET_TEXT)) return true;
  return operation.answers.some(([, answer]) =>
    references.entries(references.child(answer, 'headers')).some(([name]) => name.toLowerCase() === 'sunset'),
  );
}

function isUnversioned({ root, operations }: DocumentNode): boolean {
  const version = textOf(objectOf(root.info).version)?.trim() ?? '';
  return (
    operations.length > 0 &&
    (version === '' || /^(?:unknown|undefined|null|0|0\.0(?:\.0)?|latest|tbd|n\/a)$/i.test(version))
  );
}

function placeOfInfo({ root }: DocumentNode): string {
  return root.info === undefined ? '' : '/info';
}

const LIFECYCLE = { owasp: ['API9'], severity: 'low', group: 'document' } as const;

const LIVE_RULES: readonly (DocumentRule | OperationRule)[] = [
  {
    ...LIFECYCLE,
    id: 'api9-no-version',
    on: 'document',
    per: 'document',
    title: 'The API has no version',
    why: 'Without a version nobody can say which description belongs to what is running, or when a weakness came and went.',
    fix: 'Write the version into `info.version` and raise it with every change that clients can notice.',
    check: (document) => isUnversioned(document) && placeOfInfo(document),
  },
  {
    ...LIFECYCLE,
    id: 'api9-several-versions',
    on: 'document',
    per: 'operations',
    title: 'Older versions stay open without an end',
    why: 'An older version keeps the weaknesses that the newer one mended, and gets less attention.',
    fix: 'Mark the operations of the older version `deprecated`, announce their end with a Sunset header, and switch them off then.',
    check: olderVersions,
  },
  {
    ...LIFECYCLE,
    id: 'api9-deprecated-without-sunset',
    on: 'operation',
    per: 'operations',
    title: 'Deprecated operations have no end',
    why: 'What is deprecated is maintained less and attacked as much; without a date it stays for good.',
    fix: 'Announce the date with a Sunset header (RFC 8594) or `x-sunset`, and switch the operation off then.',
    check: (operation, { references }) =>
      operation.value.deprecated === true && !hasSunset(operation, references),
  },
];

const GAP = {
  cause: DESCRIPTION_GAPS.id,
  owasp: ['API9'],
  severity: 'info',
  group: 'document',
  why: DESCRIPTION_GAPS.why,
} as const;

const GAP_RULES: readonly (DocumentRule | OperationRule)[] = [
  {
    ...GAP,
    id: 'api9-no-contact',
    on: 'document',
    per: 'document',
    title: 'The description names nobody to contact',
    fix: 'Fill `info.contact` with the team that answers for the API.',
    check: (document) => {
      const { root } = document;
      const contact = isObject(root.info) ? root.info.contact : undefined;
      return !isObject(contact) || !['name', 'email', 'url'].some((key) => textOf(contact[key]) !== null)
        ? placeOfInfo(document)
        : false;
    },
  },
  {
    ...GAP,
    id: 'api9-untagged-operation',
    on: 'operation',
    per: 'operations',
    title: 'Operations belong to no group',
    fix: 'Give every operation a tag, so that people see what belongs together.',
    check: ({ value }) => arrayOf(value.tags).length === 0,
  },
];

/** Which versions live, and who looks after them. */
export const LIFECYCLE_RULES: readonly Rule[] = [...LIVE_RULES, ...GAP_RULES];
