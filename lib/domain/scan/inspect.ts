import type { ParsedDescription } from '../description/types.ts';
import { familyOf } from '../description/formats.ts';
import { listOperations } from '../description/operations.ts';
import { dialectOf } from './dialect.ts';
import type { Hit } from './hit.ts';
import { judge } from './judge.ts';
import { operationsOf, plainOperations } from './operation-node.ts';
import { reachOf } from './reach.ts';
import type { Reach } from './reach.ts';
import { referencesOf } from './references.ts';
import { relevantHits, tellingHits } from './relevant.ts';
import { resolvedView } from './resolved.ts';
import { indexRules } from './rule-index.ts';
import type { DocumentNode, Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { linkSchemes } from './units.ts';
import { walk } from './walk.ts';
import type { Walked } from './walk.ts';
import { walkTypes } from './walk-types.ts';

/** All that looking at a description brings to light, before anything is made of it. */
export interface Inspection {
  document: DocumentNode;
  walked: Walked;
  reach: Reach;
  /** Every place where a rule fired and counts. */
  hits: Hit[];
  /** Of these, the ones about which no other rule says more. */
  telling: Hit[];
  /** How many operations the rules looked at that are about some operations only. */
  among: ReadonlyMap<Rule, number>;
}

/** Runs every rule over a parsed description; linear in the size of the document, and never throws. */
export function inspect(parsed: ParsedDescription): Inspection {
  const { format, document: root } = parsed;
  const dialect = dialectOf(parsed);
  const references = referencesOf(root);
  const isOpenApi = familyOf(format) === 'openapi';
  const operations = isOpenApi ? operationsOf(root, references) : plainOperations(listOperations(parsed));
  const index = indexRules(RULES, dialect);
  const walked =
    format === 'graphql' || format === 'protobuf'
      ? walkTypes(root, format, operations, index)
      : walk(root, dialect, operations, references, index);
  const { units, dangling } = walked;
  const resolved = resolvedView(references, units);
  const securedPaths = new Set(
    operations.filter(({ security }) => security.length > 0).map(({ path }) => path),
  );
  const document: DocumentNode = {
    format,
    asksForIdentity: securedPaths.size > 0,
    securedPaths,
    dialect,
    root,
    references,
    operations,
    dangling,
    resolved,
  };
  const { hits: judged, among } = judge(document, walked, index);
  linkSchemes(units, operations, dialect);
  const reach = reachOf(units);
  const hits = relevantHits(judged, reach);
  return { document, walked, reach, hits, telling: tellingHits(hits), among };
}
