import type { TextOpens } from '#lib/domain/revisions/text-dto.ts';
import type { TextLanguage } from '#lib/domain/words.ts';
import { makePieces } from './pieces.ts';
import type { Tint, TintedPiece } from './tint-lines.ts';

interface Grammar {
  /** Groups: what opens something long, a remark, a name, a text, a word. What matches none is plain. */
  tokens: RegExp;
  /** What goes on over the ends of lines. */
  close: string;
  long: Tint;
}

const TINTS = [null, 'remark', 'name', 'text', 'word'] as const;
const NUMBER = String.raw`-?\b\d[\w.+-]*`;
/** A line that is cut may end within it. */
const QUOTED = String.raw`"(?:[^"\\]|\\.)*\\?"?`;
const NOTHING = '(?!)';

const tokensOf = (...groups: readonly [string, string, string, string, string]) =>
  new RegExp(groups.map((group) => `(${group})`).join('|'), 'g');

const GRAMMARS: Record<Exclude<TextLanguage, 'yaml'>, Grammar> = {
  json: {
    tokens: tokensOf(
      NOTHING,
      NOTHING,
      String.raw`"(?:[^"\\]|\\.)*"(?=\s*:)`,
      QUOTED,
      String.raw`${NUMBER}|\b(?:true|false|null)\b`,
    ),
    close: '',
    long: 'text',
  },
  graphql: {
    tokens: tokensOf(
      '"""',
      '#.*',
      String.raw`@\w+|\b[A-Za-z_]\w*(?=\s*[:(])`,
      QUOTED,
      String.raw`${NUMBER}|\b(?:type|input|enum|interface|union|scalar|directive|schema|extend|implements|on|repeatable|true|false|null)\b`,
    ),
    close: '"""',
    long: 'text',
  },
  protobuf: {
    tokens: tokensOf(
      String.raw`/\*`,
      '//.*',
      String.raw`\b[A-Za-z_]\w*(?=\s*=)`,
      String.raw`${QUOTED}|'(?:[^'\\]|\\.)*\\?'?`,
      String.raw`${NUMBER}|\b(?:syntax|edition|package|import|public|weak|option|message|enum|service|rpc|returns|stream|oneof|map|repeated|optional|required|reserved|extensions|extend|to|true|false)\b`,
    ),
    close: '*/',
    long: 'remark',
  },
};

/** Of the languages whose words say by themselves what they are. */
export function tintWords(
  lines: readonly string[],
  language: keyof typeof GRAMMARS,
  opens: TextOpens | null,
): TintedPiece[][] {
  const { tokens, close, long } = GRAMMARS[language];
  let isWithin = opens !== null;
  return lines.map((line) => {
    const { pieces, add } = makePieces();
    let at = 0;
    while (at < line.length) {
      if (isWithin) {
        const end = line.indexOf(close, at);
        isWithin = end === -1;
        const next = isWithin ? line.length : end + close.length;
        add(line.slice(at, next), long);
        at = next;
        continue;
      }
      tokens.lastIndex = at;
      const found = tokens.exec(line);
      add(line.slice(at, found?.index), null);
      if (!found) break;
      const group = found.slice(1).findIndex((text) => text !== undefined);
      isWithin = group === 0;
      add(found[0], isWithin ? long : (TINTS[group] ?? null));
      at = tokens.lastIndex;
    }
    return pieces;
  });
}
