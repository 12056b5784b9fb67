import type { ApiDto, ApiHost, Protections } from '#lib/domain/apis/dto.ts';
import type { Protection } from '#lib/domain/risk/score-points.ts';
import type { ApiKind, Criticality, DataClass, Exposure, Lifecycle } from '#lib/domain/words.ts';
import type { Picked, PickedTeam } from '#lib/client/pickers.ts';

/** Whether something stands in front of an API: nobody said so yet is an answer of its own. */
export type Said = 'yes' | 'no' | 'unknown';

/** What the form holds: the fields of an API as they are typed. */
export interface ApiFormValues {
  name: string;
  slug: string;
  description: string;
  kind: ApiKind;
  lifecycle: Lifecycle;
  exposure: Exposure | '';
  dataClass: DataClass | '';
  criticality: Criticality | '';
  application: Picked | null;
  team: PickedTeam | null;
  hosts: { host: string; basePath: string; environment: string }[];
  repository: string;
  /** Separated by commas. */
  tags: string;
  protections: Record<Protection, Said>;
}

export const EMPTY_VALUES: ApiFormValues = {
  name: '',
  slug: '',
  description: '',
  kind: 'rest',
  lifecycle: 'development',
  exposure: '',
  dataClass: '',
  criticality: '',
  application: null,
  team: null,
  hosts: [],
  repository: '',
  tags: '',
  protections: { authentication: 'unknown', rateLimit: 'unknown', gateway: 'unknown', waf: 'unknown' },
};

export function valuesOf(api: ApiDto): ApiFormValues {
  const { application, protections } = api;
  const said = (is: boolean | undefined): Said => (is === undefined ? 'unknown' : is ? 'yes' : 'no');
  return {
    name: api.name,
    slug: api.slug,
    description: api.description,
    kind: api.kind,
    lifecycle: api.lifecycle,
    exposure: api.exposure,
    dataClass: api.dataClass,
    criticality: api.criticality,
    application: application && {
      value: application.slug,
      label: application.name,
      detail: application.slug,
    },
    team: null,
    hosts: api.hosts.map(({ host, basePath = '', environment }) => ({ host, basePath, environment })),
    repository: api.repository ?? '',
    tags: api.tags.join(', '),
    protections: {
      authentication: said(protections.authentication),
      rateLimit: said(protections.rateLimit),
      gateway: said(protections.gateway),
      waf: said(protections.waf),
    },
  };
}

/** All that can be changed later, in the form of a request. */
function fieldsOf(values: ApiFormValues) {
  const { name, description, kind, lifecycle, exposure, dataClass, criticality } = values;
  return {
    name: name.trim(),
    kind,
    lifecycle,
    exposure,
    dataClass,
    criticality,
    description: description.trim(),
    application: values.application?.value ?? null,
    hosts: values.hosts.map(hostOf),
    repository: values.repository.trim() || null,
    tags: [
      ...new Set(
        values.tags
          .split(',')
          .map((tag) => tag.trim())
          .filter(Boolean),
      ),
    ],
    protections: protectionsOf(values.protections),
  };
}

/** The body of `POST /apis`. */
export const newApiOf = (values: ApiFormValues) => ({
  slug: values.slug.trim(),
  ...fieldsOf(values),
  team: values.team?.value ?? null,
});

/** The body of `PATCH /apis/{slug}`: only what differs from what was loaded, so that the audit log says what was meant. */
export function changeOf(before: ApiFormValues, after: ApiFormValues): Record<string, unknown> {
  const old: Record<string, unknown> = fieldsOf(before);
  return Object.fromEntries(
    Object.entries(fieldsOf(after)).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name]),
    ),
  );
}

/** Which field of the form a problem document points at, null when it is none of them. */
export function fieldAt(pointer: string): string | null {
  const [name = '', ...rest] = pointer.replace(/^\//, '').split('/');
  if (!Object.hasOwn(EMPTY_VALUES, name)) return null;
  const isOneField = name === 'tags' || name === 'application' || name === 'team';
  return isOneField ? name : [name, ...rest].join('.');
}

function hostOf({ host, basePath, environment }: ApiFormValues['hosts'][number]): ApiHost {
  const path = basePath.trim();
  return { host: host.trim(), environment, ...(path ? { basePath: path } : {}) };
}

function protectionsOf(said: ApiFormValues['protections']): Protections {
  const known = Object.entries(said).filter(([, one]) => one !== 'unknown');
  return Object.fromEntries(known.map(([name, one]) => [name, one === 'yes']));
}
