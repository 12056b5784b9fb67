import { changeLog } from './diff/change-log.ts';
import { comparableSchemes, withPresentNames } from './diff/comparable-schemes.ts';
import { diffAsyncapi } from './diff/diff-asyncapi.ts';
import { diffDeprecation } from './diff/diff-deprecation.ts';
import { diffGraphql } from './diff/diff-graphql.ts';
import { diffInventory } from './diff/diff-inventory.ts';
import { diffOpenapi } from './diff/diff-openapi.ts';
import { diffProtobuf } from './diff/diff-protobuf.ts';
import { diffServers } from './diff/diff-servers.ts';
import { matchOperations } from './diff/match-operations.ts';
import { noteRemaining } from './diff/note-remaining.ts';
import { familyOf, FORMAT_NAMES } from './formats.ts';
import { materialText } from './material.ts';
import { listOperations } from './operations.ts';
import type { DescriptionDiff, ParsedDescription } from './types.ts';

/**
 * What changed from one description to another, in plain sentences, with what may break clients and what matters to
 * security marked. `materialChange` is true exactly when the material digests differ; then every place
 * that differs is named, if need be only by its pointer.
 */
export function diffDescriptions(older: ParsedDescription, newer: ParsedDescription): DescriptionDiff {
  const log = changeLog();
  const { note } = log;
  const materialChange = materialText(older) !== materialText(newer);
  if (older.format !== newer.format) {
    const formats = `${FORMAT_NAMES[newer.format]} instead of ${FORMAT_NAMES[older.format]}`;
    note('format-changed', null, '', `The description is written in ${formats}`);
  }
  const family = familyOf(newer.format);
  const schemes =
    family === 'openapi' && familyOf(older.format) === family
      ? comparableSchemes(older.document, newer.document)
      : null;
  const matched = matchOperations(
    withPresentNames(listOperations(older), schemes?.renamed ?? new Map()),
    listOperations(newer),
  );
  diffInventory(matched, note);
  diffDeprecation(older, newer, matched.pairs, note);
  if (materialChange && family === familyOf(older.format)) {
    diffServers(older, newer, note);
    if (schemes) diffOpenapi(older.document, newer.document, matched.pairs, schemes, note);
    if (family === 'asyncapi') diffAsyncapi(older.document, newer.document, matched.pairs, note);
    if (family === 'graphql') diffGraphql(older.document, newer.document, note);
    if (family === 'protobuf') diffProtobuf(older.document, newer.document, matched.pairs, note);
  }
  if (materialChange) noteRemaining(older, newer, log);
  return log.toDiff(materialChange);
}
