import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ParsedDescription } from '../lib/domain/description/types.ts';
import { unpacked } from './packed.ts';
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

/** Of products and running services, where rules fire or are silent as in none of the directory: package, file. */
const PACKED = [
  ['ringcentral-open-api-parser@0.15.9', 'rc-public-openapi.yml'],
  ['@phantom/openapi-wallet-service@0.1.12', 'kms_api.yml'],
  ['@readme/oas-examples@8.2.2', '2.0/json/petstore.json'],
  ['@stacks/stacks-blockchain-api-types@7.14.1', 'openapi.yaml'],
  ['shopify-accelerate@1.3.8', 'shopify.graphql'],
  ['@faststore/api@4.8.0', 'src/platforms/vtex/typeDefs/mutation.graphql'],
  ['@nft/api-graphql@1.0.0-beta.52-prerelease-3', 'schema.graphql'],
  ['@asyncapi/cli@6.2.0', 'assets/examples/websocket-gemini-asyncapi.yml'],
  ['@asyncapi/cli@6.2.0', 'assets/examples/kraken-websocket-request-reply-multiple-channels-asyncapi.yml'],
  ['@asyncapi/cli@6.2.0', 'assets/examples/adeo-kafka-request-reply-asyncapi.yml'],
  ['@finos/fdc3-schema@2.2.0', 'dist/schemas/bridgingAsyncAPI/bridgingAsyncAPI.json'],
  ['@flyteorg/flyteidl@1.16.5', 'protos/flyteidl/service/dataproxy.proto'],
] as const;

/** Public descriptions in other formats than OpenAPI 3: of APIs of products, and every gRPC service of Google's. */
export function* otherDescriptions(): Generator<RealDescription> {
  for (const name of [...GRAPHQL, ...OTHERS, GOOGLE])
    if (!existsSync(join(PACKAGES, name)))
      throw new Error(`${name} is missing: run \`npm install --prefix bench\` first.`);
  for (const name of GRAPHQL) yield read(name);
  for (const name of OTHERS) yield read(name);
  for (const [spec, file] of PACKED) yield readAt(`${spec}/${file}`, join(unpacked(spec), file));
  const files = readdirSync(join(PACKAGES, GOOGLE), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.proto')).toSorted()) {
    const name = `${GOOGLE}/${file}`;
    if (/^service /m.test(readFileSync(join(PACKAGES, name), 'utf8'))) yield read(name);
  }
}

function mediaTypeOf(path: string): string | undefined {
  if (path.endsWith('.graphql')) return 'application/graphql';
  return path.endsWith('.proto') ? 'text/x-protobuf' : undefined;
}

const readAt = (name: string, path: string): RealDescription => ({
  name,
  parsed: parseDescription(readFileSync(path), mediaTypeOf(path)),
});

const read = (name: string): RealDescription => readAt(name, join(PACKAGES, name));
