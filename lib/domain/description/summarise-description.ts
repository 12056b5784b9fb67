import { listFeatures } from './features.ts';
import { familyOf, FORMAT_NAMES } from './formats.ts';
import { objectOf, textOf } from './json-values.ts';
import { shown } from './limits.ts';
import { materialText } from './material.ts';
import { listOperations } from './operations.ts';
import { listServers } from './servers.ts';
import type { DescriptionSummary, ParsedDescription } from './types.ts';

/** All that is kept of a description besides its bytes and its findings. */
export function summariseDescription(parsed: ParsedDescription): DescriptionSummary {
  const operations = listOperations(parsed);
  for (const operation of operations) {
    if (operation.summary !== null) operation.summary = shown(operation.summary, 'summary');
  }
  const servers = listServers(parsed);
  return {
    format: parsed.format,
    ...nameOf(parsed),
    operations,
    servers,
    features: listFeatures(parsed, operations, servers),
    material: materialText(parsed),
  };
}

/** Schemas and protobuf files have no title of their own: a package names itself, and its last part often its version. */
function nameOf({ format, document }: ParsedDescription): { title: string; version: string } {
  if (familyOf(format) === 'protobuf') {
    const name = textOf(document.package) ?? '';
    return {
      title: shown(name || FORMAT_NAMES.protobuf, 'title'),
      version: /(?:^|\.)(v\d\w*)$/.exec(name)?.[1] ?? '',
    };
  }
  if (familyOf(format) === 'graphql') return { title: 'GraphQL schema', version: '' };
  const info = objectOf(document.info);
  return {
    title: shown(textOf(info.title)?.trim() ?? '', 'title'),
    version: shown(textOf(info.version)?.trim() ?? '', 'version'),
  };
}
