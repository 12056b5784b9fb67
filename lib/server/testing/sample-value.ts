import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { randomSlug } from './test-world.ts';

type Schema = z.core.JSONSchema.BaseSchema;

const FORMATS: Record<string, () => string> = {
  email: () => `${randomSlug('sample')}@example.test`,
  uuid: () => randomUUID(),
  uri: () => 'https://example.com/sample',
  'date-time': () => new Date(Date.now() + 86_400_000).toISOString(),
  date: () => new Date().toISOString().slice(0, 10),
};

/**
 * A value that the schema takes, made from the schema alone. Properties named in `known` get those values, so that a
 * body can speak of what is there. Throws where it cannot: then the schema's own checks ask for more than it says.
 */
export function sampleValue(schema: z.ZodType, known: Readonly<Record<string, unknown>> = {}): unknown {
  const description = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const samples = [true, false].map((isFull) => new Sampler(description, known, isFull).sample(description));
  const fitting = samples.find((sample) => schema.safeParse(sample).success);
  if (fitting === undefined)
    throw new Error(`no sample fits: ${z.prettifyError(schema.safeParse(samples[0]).error!)}`);
  return fitting;
}

class Sampler {
  readonly #root: Schema;
  readonly #known: Readonly<Record<string, unknown>>;
  /** With every property, or with those that are required. */
  readonly #isFull: boolean;

  constructor(root: Schema, known: Readonly<Record<string, unknown>>, isFull: boolean) {
    this.#root = root;
    this.#known = known;
    this.#isFull = isFull;
  }

  sample(schema: Schema): unknown {
    const { $ref, const: fixed, enum: words, type } = schema;
    if ($ref) return this.sample(this.#resolve($ref));
    if (fixed !== undefined) return fixed;
    if (words) return words[0];
    const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
    if (choices) return this.sample((choices as Schema[]).find((choice) => choice.type !== 'null') ?? {});
    if (type === 'object') return this.#object(schema);
    if (type === 'array') return [this.sample((schema.items ?? {}) as Schema)];
    if (type === 'string') return this.#text(schema);
    if (type === 'boolean') return true;
    if (type === 'number' || type === 'integer') return schema.minimum ?? 1;
    return 'sample';
  }

  #object({ properties = {}, required = [] }: Schema): Record<string, unknown> {
    const names = Object.keys(properties).filter((name) => this.#isFull || required.includes(name));
    return Object.fromEntries(
      names.map((name) => [
        name,
        name in this.#known ? this.#known[name] : this.sample(properties[name] as Schema),
      ]),
    );
  }

  #text({ format, pattern, minLength = 1 }: Schema): string {
    const made = format ? FORMATS[format]?.() : undefined;
    if (made) return made;
    return pattern ? randomSlug('sample') : 'Sample'.padEnd(minLength, 'e');
  }

  #resolve(reference: string): Schema {
    const parts = reference.split('/').slice(1);
    return parts.reduce((at: Schema, part) => (at as Record<string, Schema>)[part] ?? {}, this.#root);
  }
}
