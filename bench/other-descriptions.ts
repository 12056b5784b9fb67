import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ParsedDescription } from '../lib/domain/description/types.ts';
import { parseDescription } from '../lib/server/descriptions/parse-description.ts';

interface RealDescription {
  name: string;
  parsed: ParsedDescription;
}

const PACKAGES = fileURLToPath(new URL('./node_modules', import.meta.url));
const GOOGLE = 'google-proto-files/google';
const GRAPHQL = [
  '@octokit/graphql-schema/schema.graphql',
  '@digdir/dialogporten-schema/schema.verified.graphql',
  '@nautical-commerce/graphql-schema/nautical/schema.graphql',
];
const SAUCE_LABS = 'saucelabs/apis';
const SAUCE_LABS_2 = ['builds', 'performance', 'sauce', 'teamManagement', 'testcomposer', 'testruns'];
/** OpenAPI 2.0 of Sauce Labs and Instagram, and AsyncAPI of Slack's real-time messaging. */
const OTHERS = [
  ...SAUCE_LABS_2.map((name) => `${SAUCE_LABS}/${name}.json`),
  'swagger-zoo/fixtures/examples/swagger/instagram.yaml',
  'asyncapi-validator/test/schemas/v2.4.0/slack.yml',
];

/** Public descriptions in other formats than OpenAPI 3: of APIs of products, and every gRPC service of Google's. */
export function* otherDescriptions(): Generator<RealDescription> {
  for (const name of [...GRAPHQL, ...OTHERS, GOOGLE])
    if (!existsSync(join(PACKAGES, name)))
      throw new Error(`${name} is missing: run \`npm install --prefix bench\` first.`);
  for (const name of GRAPHQL) yield read(name, 'application/graphql');
  for (const name of OTHERS) yield read(name);
  const files = readdirSync(join(PACKAGES, GOOGLE), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.proto')).toSorted()) {
    const name = `${GOOGLE}/${file}`;
    if (/^service /m.test(readFileSync(join(PACKAGES, name), 'utf8'))) yield read(name, 'text/x-protobuf');
  }
}

const read = (name: string, mediaType?: string): RealDescription => ({
  name,
  parsed: parseDescription(readFileSync(join(PACKAGES, name)), mediaType),
});
