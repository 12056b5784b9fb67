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
const GITHUB = '@octokit/graphql-schema/schema.graphql';
const GOOGLE = 'google-proto-files/google';

/** Public descriptions in other formats than OpenAPI: GitHub's GraphQL schema, and every gRPC service of Google's. */
export function* otherDescriptions(): Generator<RealDescription> {
  for (const name of [GITHUB, GOOGLE])
    if (!existsSync(join(PACKAGES, name)))
      throw new Error(`${name} is missing: run \`npm install --prefix bench\` first.`);
  yield read(GITHUB, 'application/graphql');
  const files = readdirSync(join(PACKAGES, GOOGLE), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.proto')).toSorted()) {
    const name = `${GOOGLE}/${file}`;
    if (/^service /m.test(readFileSync(join(PACKAGES, name), 'utf8'))) yield read(name, 'text/x-protobuf');
  }
}

const read = (name: string, mediaType: string): RealDescription => ({
  name,
  parsed: parseDescription(readFileSync(join(PACKAGES, name)), mediaType),
});
