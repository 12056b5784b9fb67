import type { ChangeKind } from '../diff/change-kinds.ts';
import type { JsonObject } from '../types.ts';
import type { Marks } from './library-edits.ts';
import type { SmallApi } from './two-notations.ts';

/** What a change is called and where it stands: `parameter-removed breaking`. */
type Told = `${ChangeKind} ${Marks}`;
type Edit = (api: SmallApi) => unknown;
export interface ChangeGroup {
  group: string;
  edit: Edit;
  /** Applied to both sides first. */
  given?: Edit;
  told: Told[];
  /** The same edit the other way round. */
  mirrored: Told[];
}

export const limit = (api: SmallApi) => api.parameters[0]!.schema;
export const sort = (api: SmallApi) => api.parameters[1]!.schema;
export const input = (api: SmallApi) => api.body!.schema as { required: string[]; properties: JsonObject };
export const output = (api: SmallApi) =>
  api.answers['200']!.schema as { required: string[]; properties: Record<string, JsonObject> };
export const ends = (date: string) => ({ deprecated: true, 'x-sunset': date });
export const text = { type: 'string' };

/** Every group of changes that breaks clients, with its way back. */
export const BREAKING_GROUPS: readonly ChangeGroup[] = [
  {
    group: 'an operation removed',
    edit: (api) => delete api.more.get,
    told: ['operation-removed breaking'],
    mirrored: ['operation-added other'],
  },
  {
    group: 'deprecated without a sunset',
    edit: (api) => (api.operation = { deprecated: true }),
    told: ['deprecated-without-sunset breaking'],
    mirrored: ['operation-revived other'],
  },
  {
    group: 'deprecated with a sunset',
    edit: (api) => (api.operation = ends('2030-01-01')),
    told: ['operation-deprecated other'],
    mirrored: ['operation-revived other'],
  },
  {
    group: 'the sunset of a deprecated operation removed',
    given: (api) => (api.operation = ends('2030-01-01')),
    edit: (api) => delete api.operation['x-sunset'],
    told: ['deprecated-without-sunset breaking'],
    mirrored: ['sunset-stated other'],
  },
  {
    group: 'an earlier sunset',
    given: (api) => (api.operation = ends('2030-01-01')),
    edit: (api) => (api.operation = ends('2029-01-01')),
    told: ['sunset-earlier breaking'],
    mirrored: ['sunset-later other'],
  },
  {
    group: 'a parameter made required',
    edit: (api) => (api.parameters[0]!.required = true),
    told: ['parameter-required breaking'],
    mirrored: ['parameter-optional other'],
  },
  {
    group: 'a parameter removed',
    edit: (api) => api.parameters.pop(),
    told: ['parameter-removed breaking'],
    mirrored: ['parameter-added other'],
  },
  {
    group: 'a required parameter added',
    edit: (api) => api.parameters.push({ name: 'day', in: 'header', required: true, schema: text }),
    told: ['required-parameter-added breaking'],
    mirrored: ['parameter-removed breaking'],
  },
  {
    group: 'a parameter retyped',
    edit: (api) => (limit(api).type = 'boolean'),
    told: ['input-retyped breaking'],
    mirrored: ['input-retyped breaking'],
  },
  {
    group: 'a parameter of a narrower type',
    given: (api) => (limit(api).type = 'number'),
    edit: (api) => (limit(api).type = 'integer'),
    told: ['input-retyped breaking'],
    mirrored: ['input-widened other'],
  },
  {
    group: 'a parameter of a stricter format',
    edit: (api) => ((delete sort(api).enum, sort(api)).format = 'date'),
    given: (api) => delete sort(api).enum,
    told: ['input-retyped breaking'],
    mirrored: ['limit-loosened security'],
  },
  {
    group: 'a parameter narrowed by its maximum',
    edit: (api) => (limit(api).maximum = 50),
    told: ['input-narrowed breaking'],
    mirrored: ['limit-loosened security'],
  },
  {
    group: 'a parameter narrowed by its minimum',
    edit: (api) => (limit(api).minimum = 10),
    told: ['input-narrowed breaking'],
    mirrored: ['limit-loosened security'],
  },
  {
    group: 'a pattern set for a parameter',
    edit: (api) => (sort(api).pattern = '^d'),
    told: ['input-narrowed breaking'],
    mirrored: ['limit-loosened security'],
  },
  {
    group: 'the body made required',
    edit: (api) => (api.body!.required = true),
    told: ['body-required breaking'],
    mirrored: ['body-optional other'],
  },
  {
    group: 'the body removed',
    edit: (api) => (api.body = null),
    told: ['body-removed breaking'],
    mirrored: ['body-added other'],
  },
  {
    group: 'a property of the body made required',
    edit: (api) => input(api).required.push('note'),
    told: ['input-required breaking'],
    mirrored: ['input-optional other'],
  },
  {
    group: 'a property of the body removed',
    edit: (api) => delete input(api).properties.note,
    told: ['input-removed breaking'],
    mirrored: ['input-added other'],
  },
  {
    group: 'a property of the body retyped',
    edit: (api) => (input(api).properties.note = { type: 'integer' }),
    told: ['input-retyped breaking'],
    mirrored: ['input-retyped breaking'],
  },
  {
    group: 'a property of the body narrowed',
    edit: (api) => (input(api).properties.item = { type: 'string', maxLength: 10 }),
    told: ['input-narrowed breaking'],
    mirrored: ['limit-loosened security'],
  },
  {
    group: 'a property of the answer removed',
    edit: (api) => delete output(api).properties.count,
    told: ['output-removed breaking'],
    mirrored: ['output-added other'],
  },
  {
    group: 'a property of the answer made optional',
    edit: (api) => output(api).required.pop(),
    told: ['output-optional breaking'],
    mirrored: ['output-required other'],
  },
  {
    group: 'a property of the answer of a wider type',
    edit: (api) => (output(api).properties.count!.type = 'number'),
    told: ['output-retyped breaking'],
    mirrored: ['output-changed other'],
  },
  {
    group: 'a value removed from what may be sent',
    edit: (api) => (sort(api).enum = ['date']),
    told: ['input-narrowed breaking'],
    mirrored: ['input-widened other'],
  },
  {
    group: 'a value added to what is answered',
    edit: (api) => (output(api).properties.state!.enum = ['open', 'sent', 'lost']),
    told: ['output-widened breaking'],
    mirrored: ['output-changed other'],
  },
  {
    group: 'a media type of the body removed',
    edit: (api) => api.body!.types.pop(),
    told: ['media-type-removed breaking'],
    mirrored: ['media-type-added other'],
  },
  {
    group: 'a media type of the answer removed',
    edit: (api) => api.answers['200']!.types.pop(),
    told: ['media-type-removed breaking'],
    mirrored: ['media-type-added other'],
  },
  {
    group: 'a status of success removed',
    edit: (api) => delete api.answers['202'],
    told: ['success-removed breaking'],
    mirrored: ['answer-added other'],
  },
];
