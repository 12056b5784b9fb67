import type { TextOpens } from '#lib/domain/revisions/text-dto.ts';
import { BLOCK_HEADER, depthOf } from '#lib/domain/revisions/yaml-lines.ts';
import type { TextLanguage } from '#lib/domain/words.ts';
import { sniffFamily } from './detect-format.ts';
import { lineOf } from './lines-of-text.ts';

export function languageOf(text: string): TextLanguage {
  const family = sniffFamily(text);
  return family === 'yaml' && /^\s*[[{]/.test(text.slice(0, 1000)) ? 'json' : family;
}

/** What in the text of a line may hold the beginning of something long without being one, and the beginning itself. */
const LONG = {
  graphql: { tokens: /#.*|"""|"(?:[^"\\\n]|\\.)*"?/g, open: '"""', close: '"""' },
  protobuf: { tokens: /\/\/.*|\/\*|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?/g, open: '/*', close: '*/' },
} as const;

/** What began above a line and goes on in it; null where the line begins anew, as every line of JSON does. */
export function opensAt(text: string, line: number, language: TextLanguage): TextOpens | null {
  if (language === 'json' || line <= 1) return null;
  const start = lineOf.start(text, line);
  if (language === 'yaml') return blockAround(text, start);
  const { tokens, open, close } = LONG[language];
  tokens.lastIndex = 0;
  for (let found = tokens.exec(text); found && found.index < start; found = tokens.exec(text)) {
    if (found[0] !== open) continue;
    const end = text.indexOf(close, tokens.lastIndex);
    if (end === -1 || end + close.length > start) return { indent: 0 };
    tokens.lastIndex = end + close.length;
  }
  return null;
}

/** Characters at the ends of a line that say how deep it is, and whether a text begins behind it. */
const ENDS = 300;

/** The outermost member above whose text is in lines deeper than itself, as all lines from there on are. */
function blockAround(text: string, start: number): TextOpens | null {
  const first = /\S/.exec(text.slice(start, start + ENDS));
  let depth = first ? start + first.index - text.lastIndexOf('\n', start + first.index) - 1 : 1;
  let opens: TextOpens | null = null;
  for (let end = start - 1; end > 0 && depth > 0;) {
    const begin = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(begin, Math.min(end, begin + ENDS));
    const indent = line.search(/\S/);
    if (indent !== -1 && indent < depth) {
      const inner = depthOf(line);
      if (inner < depth && BLOCK_HEADER.test(text.slice(Math.max(begin, end - ENDS), end)))
        opens = { indent: inner };
      depth = indent;
    }
    end = begin - 1;
  }
  return opens;
}
