const STEP = '  ';
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * A JSON text with one member a line. Only white space is changed, so keys keep their order and numbers their digits.
 * The text must be valid JSON.
 */
export function indentJson(text: string): string {
  const lines: string[] = [];
  let line = '';
  let depth = 0;
  const breakLine = () => {
    lines.push(line);
    line = STEP.repeat(depth);
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (char === '"') {
      const end = endOfString(text, at);
      line += text.slice(at, end);
      at = end - 1;
    } else if (char === '{' || char === '[') {
      const next = nextInk(text, at + 1);
      if (text[next] === '}' || text[next] === ']') {
        line += char + text[next];
        at = next;
      } else {
        depth++;
        line += char;
        breakLine();
      }
    } else if (char === '}' || char === ']') {
      depth--;
      breakLine();
      line += char;
    } else if (char === ',') {
      line += char;
      breakLine();
    } else if (char === ':') line += ': ';
    else if (!isSpace(char)) line += char;
  }
  lines.push(line);
  return lines.join('\n');
}

const isSpace = (char: string | undefined) => char === ' ' || char === '\n' || char === '\r' || char === '\t';

/** Where the string that begins at `start` ends, behind its closing quote. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) return at + 1;
  }
  return text.length;
}

function nextInk(text: string, start: number): number {
  let at = start;
  while (isSpace(text[at])) at++;
  return at;
}
