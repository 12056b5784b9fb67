import { isObject, member, objectOf } from '../../description/json-values.ts';
import { escapeToken } from '../../description/pointer.ts';
import type { JsonObject } from '../../description/types.ts';
import type { Draft } from './draft.ts';
import type { Mending, Remedies, Remedy } from './remedy.ts';

const BEARER: JsonObject = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description: 'A signed token of the company; verified as RFC8725 asks.',
};
/** OpenAPI 2.0 knows no bearer tokens. */
const BEARER_2: JsonObject = {
  type: 'apiKey',
  in: 'header',
  name: 'Authorization',
  description: '`Bearer` and a signed token of the company; verified as RFC8725 asks.',
};

const holderOf = ({ root }: Draft) =>
  root.swagger === undefined ? '/components/securitySchemes' : '/securityDefinitions';

/** What most operations ask for already; their neighbours are meant to ask for the same. */
function usualRequirement({ inspection }: Mending): JsonObject[] | undefined {
  const counts = new Map<string, number>();
  for (const { security } of inspection.document.operations) {
    if (security.length === 0 || security.some((requirement) => Object.keys(requirement).length === 0))
      continue;
    const text = JSON.stringify(security);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const [usual] = [...counts].toSorted(([a, many], [b, most]) => most - many || (a < b ? -1 : 1));
  return usual && (JSON.parse(usual[0]) as JsonObject[]);
}

/** Passwords with every request and keys in addresses are findings of their own. */
function isSound(scheme: JsonObject): boolean {
  return !(
    scheme.type === 'basic' ||
    (scheme.type === 'http' && scheme.scheme !== 'bearer') ||
    (scheme.type === 'apiKey' && scheme.in !== 'header' && scheme.in !== 'cookie')
  );
}

/** A scheme that is declared, or else a new one. */
function declaredRequirement(draft: Draft): JsonObject[] | undefined {
  const holder = holderOf(draft);
  const schemes = objectOf(draft.at(holder));
  for (const [name, scheme] of Object.entries(schemes))
    if (isObject(scheme) && isSound(scheme)) return [{ [name]: [] }];
  if (holder.startsWith('/components') && draft.at('/components') === undefined) draft.add('/components', {});
  if (draft.at(holder) === undefined && !draft.add(holder, {})) return undefined;
  const name = ['bearerAuth', 'companyToken', 'gatehouseToken'].find(
    (free) => member(schemes, free) === undefined,
  );
  if (name === undefined) return undefined;
  const added = draft.add(
    `${holder}/${escapeToken(name)}`,
    draft.root.swagger === undefined ? BEARER : BEARER_2,
  );
  return added ? [{ [name]: [] }] : undefined;
}

/** Where nobody has to say who they are, one requirement for all operations, so that new ones have it too. */
function requireEverywhere(mending: Mending): boolean {
  const { draft, inspection } = mending;
  const root = draft.at('/security');
  if (Array.isArray(root) && root.length > 0) return true;
  const requirement = declaredRequirement(draft);
  if (!requirement) return false;
  const isSet =
    root === undefined ? draft.add('/security', requirement) : draft.replace('/security', requirement);
  if (!isSet) return false;
  // Those by which callers come in, or that tell whether the service lives, stay open and say so.
  for (const { rule, pointer } of inspection.hits)
    if (rule.id === 'api2-entrance-open' || rule.id === 'api2-status-open')
      draft.add(`${pointer}/security`, []);
  return true;
}

const requireHere: Remedy = ({ pointer }, mending) => {
  const { draft, inspection } = mending;
  const isOwn = pointer.endsWith('/security') && Array.isArray(draft.at(pointer));
  if (!inspection.document.asksForIdentity && !isOwn) return requireEverywhere(mending);
  const requirement = usualRequirement(mending) ?? declaredRequirement(draft);
  if (!requirement) return false;
  return isOwn ? draft.replace(pointer, requirement) : draft.add(`${pointer}/security`, requirement);
};

/** What everybody may read is right for some data; a person says whether it is for this. */
const requireIfNobodyAsks: Remedy = (hit, mending) =>
  !mending.inspection.document.asksForIdentity &&
  !hit.pointer.endsWith('/security') &&
  requireHere(hit, mending);

const dropEmptyAlternative: Remedy = ({ pointer }, { draft }) => {
  const place = pointer.endsWith('/security') ? pointer : '/security';
  const security = draft.at(place);
  if (!Array.isArray(security)) return false;
  const asking = security.filter((entry) => isObject(entry) && Object.keys(entry).length > 0);
  if (asking.length === 0) return false;
  return asking.length === security.length || draft.replace(place, asking);
};

/** Who has to say who they are. */
export const SECURITY_REMEDIES: Remedies = [
  ['api2-optional-write', dropEmptyAlternative],
  ['api2-sensitive-write-open', requireHere],
  ['api2-sensitive-read-open', requireHere],
  ['api2-write-open', requireHere],
  ['api2-write-open-beside-secured', requireHere],
  ['api2-question-open', requireIfNobodyAsks],
  ['api2-read-open', requireIfNobodyAsks],
];
