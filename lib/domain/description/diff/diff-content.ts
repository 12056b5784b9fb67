import { escapeToken } from '../pointer.ts';
import type { Note } from './change-log.ts';
import type { SchemaPairs } from './schema-pairs.ts';
import type { Side } from './schema-place.ts';
import type { Located } from './schema-view.ts';

interface ContentPlace {
  key: string;
  side: Side;
  pointer: string;
  /** Of an answer. */
  status?: string;
}

/** Media types of a body or an answer, and the schemas of those that both have. */
export function diffContent(
  { key, side, pointer, status }: ContentPlace,
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
    else note('media-type-added', key, place, `${key} also ${verb} ${media}`);
  }
  for (const media of before.keys()) {
    if (after.has(media)) continue;
    note(
      'media-type-removed',
      key,
      `${pointer}/content/${escapeToken(media)}`,
      `${key} no longer ${verb} ${media}`,
    );
  }
}
