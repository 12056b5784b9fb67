import { arrayOf, isObject, member } from '../../description/json-values.ts';
import type { JsonObject, JsonValue } from '../../description/types.ts';
import type { Remedies, Remedy } from './remedy.ts';

/** Longest text of each format, from the standard that defines it; in characters. */
const LENGTH_OF_FORMAT: Readonly<Record<string, number>> = {
  uuid: 36,
  date: 10,
  'date-time': 64,
  time: 32,
  duration: 64,
  email: 254,
  'idn-email': 254,
  hostname: 253,
  'idn-hostname': 253,
  ipv4: 15,
  ipv6: 45,
  uri: 2048,
  url: 2048,
  'uri-reference': 2048,
  iri: 2048,
};
/** Characters of any other text. */
const LENGTH = 1000;
/** Elements of an array, and entries of a map. */
const ITEMS = 100;
/** Rows of a page. */
const PAGE = 100;
/** Everything but control characters, tabs and line ends excepted; understood by RE2, PCRE, Java and ECMAScript alike. */
const PRINTABLE = '^[^\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]*$';
const CONTROL = /[^\t\n\r -~\u0080-\u{10FFFF}]/u;

const INT32 = { minimum: -2_147_483_648, maximum: 2_147_483_647 } as const;
/** What every JSON reader keeps exactly (RFC 8259, section 6). */
const INT64 = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER } as const;

/** Below these keys stand values, not schemas. */
const ASIDE = /\/(?:example|examples|default|enum|const|x-[^/]*)(?:\/|$)/;

/** A schema, or a parameter of OpenAPI 2.0, that can be given a limit: no reference, and no value that looks like one. */
function limitable(value: JsonValue | undefined, pointer: string): JsonObject | null {
  return isObject(value) && member(value, '$ref') === undefined && !ASIDE.test(pointer) ? value : null;
}

/** Values that the description itself gives for a schema: a limit below one of them would be wrong. */
function shownIn(schema: JsonObject): JsonValue[] {
  const single = [schema.example, schema.default].filter((value) => value !== undefined);
  return [...single, ...arrayOf(schema.examples), ...arrayOf(schema.enum)];
}

function numberOf(value: JsonValue | undefined): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

/** What is usual, or with room above what the description shows or asks for where that is more. */
function roomFor(usual: number, shown: readonly number[]): number {
  const most = Math.max(0, ...shown);
  return most <= usual ? usual : most * 2;
}

const limitLength: Remedy = ({ pointer }, { draft }) => {
  const schema = limitable(draft.at(pointer), pointer);
  if (!schema || schema.format === 'binary' || schema.format === 'byte' || schema.format === 'base64')
    return false;
  const lengths = shownIn(schema).map((value) => (typeof value === 'string' ? value.length : 0));
  const usual = LENGTH_OF_FORMAT[typeof schema.format === 'string' ? schema.format : ''] ?? LENGTH;
  return draft.add(`${pointer}/maxLength`, roomFor(usual, [...lengths, numberOf(schema.minLength)]));
};

const restrict: Remedy = ({ pointer }, { draft }) => {
  const schema = limitable(draft.at(pointer), pointer);
  if (!schema) return false;
  const isPrintable = shownIn(schema).every((value) => typeof value !== 'string' || !CONTROL.test(value));
  return isPrintable && draft.add(`${pointer}/pattern`, PRINTABLE);
};

const limitItems: Remedy = ({ pointer }, { draft }) => {
  const schema = limitable(draft.at(pointer), pointer);
  if (!schema) return false;
  const lengths = shownIn(schema).map((value) => (Array.isArray(value) ? value.length : 0));
  return draft.add(`${pointer}/maxItems`, roomFor(ITEMS, [...lengths, numberOf(schema.minItems)]));
};

const limitEntries: Remedy = ({ pointer }, { draft }) => {
  const schema = limitable(draft.at(pointer), pointer);
  if (!schema) return false;
  const sizes = shownIn(schema).map((value) => (isObject(value) ? Object.keys(value).length : 0));
  const named = Object.keys(isObject(schema.properties) ? schema.properties : {}).length;
  return draft.add(
    `${pointer}/maxProperties`,
    roomFor(ITEMS, [...sizes, named, numberOf(schema.minProperties)]),
  );
};

/** The bounds of the format, for the ends that have none. */
const boundNumber: Remedy = ({ pointer }, { draft }) => {
  const schema = limitable(draft.at(pointer), pointer);
  if (!schema) return false;
  const bounds = schema.format === 'int32' ? INT32 : INT64;
  const ends = [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const;
  // OpenAPI 3.0 and 2.0 have a yes or no in the exclusive ones, beside the bound itself.
  const isBounded = ([end, exclusive]: (typeof ends)[number]) =>
    schema[end] !== undefined || typeof schema[exclusive] === 'number';
  const isDouble = ([end, exclusive]: (typeof ends)[number]) =>
    schema[end] !== undefined && typeof schema[exclusive] === 'number';
  const isShownWithin = shownIn(schema).every(
    (value) => typeof value !== 'number' || (value >= bounds.minimum && value <= bounds.maximum),
  );
  if (ends.some(isDouble) || !isShownWithin) return false;
  const missing = ends.filter((end) => !isBounded(end));
  return missing.map(([end]) => draft.add(`${pointer}/${end}`, bounds[end])).some(Boolean);
};

const sizeNumber: Remedy = ({ pointer }, { draft }) => {
  const schema = limitable(draft.at(pointer), pointer);
  if (!schema) return false;
  const { minimum, maximum } = schema;
  const isSmall =
    typeof minimum === 'number' &&
    minimum >= INT32.minimum &&
    typeof maximum === 'number' &&
    maximum <= INT32.maximum;
  return draft.add(`${pointer}/format`, isSmall ? 'int32' : 'int64');
};

const limitPage: Remedy = ({ pointer }, { draft }) => {
  const parameter = limitable(draft.at(pointer), pointer);
  if (!parameter) return false;
  const inner = parameter.schema === undefined ? pointer : `${pointer}/schema`;
  const schema = limitable(draft.at(inner), inner);
  if (!schema || schema.maximum !== undefined) return false;
  const shown = [...shownIn(parameter), ...shownIn(schema), schema.minimum ?? 0].map(numberOf);
  return draft.add(`${inner}/maximum`, roomFor(PAGE, shown));
};

/** Limits matter where callers send something; in answers a wrong one would only break clients. */
const ifItArrives =
  (remedy: Remedy): Remedy =>
  (hit, mending) =>
    mending.arrives(hit) && remedy(hit, mending);

/** How much of anything a caller may send. */
export const LIMIT_REMEDIES: Remedies = [
  ['api4-page-size-without-maximum', limitPage],
  ['api4-integer-format', ifItArrives(sizeNumber)],
  ['api4-integer-limit', ifItArrives(boundNumber)],
  ['api4-integer-limit-legacy', ifItArrives(boundNumber)],
  ['api4-string-limit', ifItArrives(limitLength)],
  ['api4-string-restricted', ifItArrives(restrict)],
  ['api4-array-limit', ifItArrives(limitItems)],
  ['api3-unbounded-map', ifItArrives(limitEntries)],
  ['api3-unbounded-unevaluated', ifItArrives(limitEntries)],
];
