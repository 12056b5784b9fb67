import {
  CRITICALITIES,
  DATA_CLASSES,
  DESCRIPTION_FORMATS,
  EXPOSURES,
  LIFECYCLES,
} from '../../../lib/domain/words.ts';
import type {
  ApiKind,
  Criticality,
  DataClass,
  DescriptionFormat,
  Exposure,
  Lifecycle,
} from '../../../lib/domain/words.ts';

export const QUALITIES = ['careless', 'average', 'dated', 'solid', 'exemplary'] as const;
/** How well a description is written, and with it the API behind it; `dated` is solid but for its way of signing in. */
export type Quality = (typeof QUALITIES)[number];

export interface ResourceUse {
  entity: string;
  /** `full`: all operations; `append`: list, read and create; `read`: list and read; `send`: create and act; `admin`: all, below /admin. */
  use: 'full' | 'append' | 'read' | 'send' | 'admin';
  /** Entities below one of its objects; each can be listed, read and created. */
  children: string[];
}

export interface CatalogueEntry {
  slug: string;
  name: string;
  description: string;
  /** The team that ought to own it, whether or not it does. */
  team: string;
  application: string;
  exposure: Exposure;
  dataClass: DataClass;
  criticality: Criticality;
  lifecycle: Lifecycle;
  quality: Quality;
  resources: ResourceUse[];
  kind: ApiKind;
  format: DescriptionFormat;
}

const KIND_OF_FORMAT: Record<DescriptionFormat, ApiKind> = {
  'openapi-2.0': 'rest',
  'openapi-3.0': 'rest',
  'openapi-3.1': 'rest',
  'openapi-3.2': 'rest',
  graphql: 'graphql',
  'asyncapi-2': 'async',
  'asyncapi-3': 'async',
  protobuf: 'grpc',
};

const USES: Record<string, ResourceUse['use']> = {
  '': 'full',
  '+': 'append',
  '-': 'read',
  '^': 'send',
  '!': 'admin',
};

function resource(text: string): ResourceUse {
  const match = /^(\w+)([+!^-]?)(?:>(\w+(?:,\w+)*))?$/.exec(text);
  const use = USES[match?.[2] ?? ''];
  if (!match?.[1] || !use) throw new Error(`not a resource: ${text}`);
  return { entity: match[1], use, children: match[3]?.split(',') ?? [] };
}

function word<T extends string>(words: readonly T[], text: string | undefined): T {
  const found = words.find((candidate) => candidate === text);
  if (found === undefined) throw new Error(`${text} is none of ${words.join(', ')}`);
  return found;
}

function entry(application: string, line: string): CatalogueEntry {
  const [slug = '', name = '', team = '', risk = '', how = '', resources = '', description = ''] = line
    .split('|')
    .map((cell) => cell.trim());
  const [exposure, dataClass, criticality] = risk.split(' ');
  const [quality, format, lifecycle = 'production'] = how.split(' ');
  const descriptionFormat = word(DESCRIPTION_FORMATS, format);
  return {
    slug,
    name,
    description,
    team,
    application,
    exposure: word(EXPOSURES, exposure),
    dataClass: word(DATA_CLASSES, dataClass),
    criticality: word(CRITICALITIES, criticality),
    lifecycle: word(LIFECYCLES, lifecycle),
    quality: word(QUALITIES, quality),
    resources: resources.split(' ').map(resource),
    kind: KIND_OF_FORMAT[descriptionFormat],
    format: descriptionFormat,
  };
}

/**
 * Reads a table, one API a line:
 * slug | name | team | exposure dataClass criticality | quality format [lifecycle] | resources | description.
 * A resource is an entity with `+`, `-`, `^` or `!` for a use other than all operations, and `>a,b` for what lies below it.
 */
export function catalogue(application: string, table: string): CatalogueEntry[] {
  const lines = table.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => entry(application, line));
}
