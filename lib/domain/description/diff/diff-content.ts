import { escapeToken } from '../pointer.ts';
import type { Note } from './change-log.ts';
import type { SchemaPairs } from './schema-pairs.ts';
import type { Side } from './schema-place.ts';
import type { Located } from './schema-facts.ts';
import { sensitiveRemark } from './sensitive-within.ts';

const kindOf = (side: Side, tells: string) =>
  tells === '' ? 'media-type-added' : side === 'input' ? 'sensitive-input-added' : 'sensitive-output-added';

interface ContentPlace {
  key: string;
  side: Side;
  pointer: string;
  /** Of an answer. */
  status?: string;
  /** Where version 2.0 states the media types. */
  stated: readonly string[];
}

/** Media types of a body or an answer, and the schemas of those that both have. */
export function diffContent(
  { key, side, pointer, status, stated }: ContentPlace,
  before: ReadonlyMap<string, Located>,
  after: ReadonlyMap<string, Located>,
  note: Note,
  schemas: SchemaPairs,
): void {
  const verb = side === 'input' ? 'takes' : `answers ${status} as`;
  for (const [media, schema] of after) {
    const same = before.get(media);
    const place = `${pointer}/content/${escapeToken(media)}`;
    if (same) schemas.compare(key, side, side === 'input' ? 'body' : 'answer', same, schema);
    else {
      // Another notation of what was there already brings nothing new.
      const tells = before.size > 0 ? '' : sensitiveRemark(schemas.newer, side, '', schema);
      note(kindOf(side, tells), key, place, `${key} also ${verb} ${media}${tells}`, [place, ...stated]);
    }
  }
  for (const media of before.keys()) {
    if (after.has(media)) continue;
    const place = `${pointer}/content/${escapeToken(media)}`;
    note('media-type-removed', key, place, `${key} no longer ${verb} ${media}`, [place, ...stated]);
  }
}
