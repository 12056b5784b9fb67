import type { FindingDto } from '../revisions/dto.ts';

type Placed = Pick<FindingDto, 'operations' | 'operationCount' | 'occurrences' | 'pointers'>;

/** Ahead of the name of something that operations share, in the formats whose places are pointers. */
const SHARED = /^\/(?:components\/[^/]+|definitions|types|messages|channels|enums)\/([^/]+)(?:\/(.*))?$/;
const PATH = /^\/paths\/([^/]+)/;

const unescaped = (token: string) => token.replaceAll('~1', '/').replaceAll('~0', '~');

/**
 * Where a finding stands, in as few words as tell it from others of its kind: the one operation (`GET /orders`), what
 * operations share (`source.client_secret`) or the one path. Null where it stands in several.
 */
export function whereOf({
  operations: [first],
  operationCount,
  occurrences,
  pointers,
}: Placed): string | null {
  if (operationCount === 1 && first !== undefined) return first;
  // Of a finding with more places than are given nobody knows whether the others are elsewhere.
  return occurrences <= pointers.length ? (sharedName(pointers) ?? onlyPath(pointers) ?? null) : null;
}

function sharedName(pointers: readonly string[]): string | undefined {
  const parts = pointers.map((pointer) => SHARED.exec(pointer));
  const name = parts[0]?.[1];
  if (name === undefined || parts.some((part) => part?.[1] !== name)) return undefined;
  const members = parts.length === 1 ? namesIn(parts[0]?.[2] ?? '') : [];
  return [unescaped(name), ...members].join('.');
}

/** The members on the way to a place, without what only descriptions need to nest them. */
function namesIn(rest: string): string[] {
  const tokens = rest.split('/');
  return tokens.flatMap((token, at) =>
    ['properties', 'fields'].includes(tokens[at - 1] ?? '') && tokens[at - 2] !== 'properties'
      ? [unescaped(token)]
      : [],
  );
}

function onlyPath(pointers: readonly string[]): string | undefined {
  const paths = new Set(pointers.map((pointer) => PATH.exec(pointer)?.[1]));
  const [path] = paths;
  return paths.size === 1 && path !== undefined ? unescaped(path) : undefined;
}
