type JsonFault = 'syntax' | 'duplicate-key' | 'number';

/** A JSON text that breaks a rule of RFC 8259, repeats a key or has a number that no program could keep. */
export class JsonTextError extends Error {
  readonly fault: JsonFault;
  readonly offset: number;
  readonly path: readonly (string | number)[];

  constructor(fault: JsonFault, offset: number, path: readonly (string | number)[], message: string) {
    super(message);
    this.fault = fault;
    this.offset = offset;
    this.path = path;
  }
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\r\n]*/y;

/**
 * Reads a JSON text strictly without building anything: slower than `JSON.parse`, but it knows where it is. `enter` is
 * called for every value with what it returned for the parent; throws `JsonTextError` at the first fault.
 */
export function walkJsonText<T>(
  text: string,
  root: T,
  enter: (parent: T, key: string, offset: number) => T,
): void {
  const path: (string | number)[] = [];
  let at = 0;
  let tooLarge: JsonTextError | null = null;

  const fail = (message: string): never => {
    throw new JsonTextError('syntax', at, [...path], message);
  };
  const skip = () => {
    SPACE.lastIndex = at;
    SPACE.test(text);
    at = SPACE.lastIndex;
  };
  const found = () => (at < text.length ? `found ${JSON.stringify(text[at])}` : 'the text ends');

  /** Moves behind the string that starts here; a loop, because a pattern could run out of stack on a long one. */
  const string = () => {
    for (at++; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x22) {
        at++;
        return;
      }
      if (code < 0x20) fail('a control character stands unescaped in a string');
      if (code !== 0x5c) continue;
      ESCAPE.lastIndex = at;
      if (!ESCAPE.test(text)) fail('a string has an unknown escape');
      at = ESCAPE.lastIndex - 1;
    }
    fail('a string is not closed');
  };

  const key = (): string => {
    if (text[at] !== '"') fail(`a key in double quotes was expected, but ${found()}`);
    const start = at;
    string();
    return JSON.parse(text.slice(start, at)) as string;
  };

  const value = (context: T): void => {
    const first = text[at];
    if (first === '{') return object(context);
    if (first === '[') return list(context);
    if (first === '"') return string();
    SCALAR.lastIndex = at;
    if (!SCALAR.test(text)) fail(`a value was expected, but ${found()}`);
    const end = SCALAR.lastIndex;
    // Told only where the text is sound otherwise: what breaks a rule comes first.
    if (Math.abs(Number(text.slice(at, end))) === Infinity)
      tooLarge ??= new JsonTextError(
        'number',
        at,
        [...path],
        `the number ${shown(text.slice(at, end))} is too large`,
      );
    at = end;
  };

  const object = (context: T): void => {
    const seen = new Set<string>();
    at++;
    skip();
    if (text[at] === '}') {
      at++;
      return;
    }
    for (;;) {
      const start = at;
      const name = key();
      path.push(name);
      if (seen.has(name))
        throw new JsonTextError(
          'duplicate-key',
          start,
          [...path],
          `the key ${JSON.stringify(name)} is repeated`,
        );
      seen.add(name);
      skip();
      if (text[at] !== ':') fail(`a colon was expected after a key, but ${found()}`);
      at++;
      skip();
      value(enter(context, name, at));
      path.pop();
      skip();
      if (text[at] === '}') break;
      if (text[at] !== ',') fail(`a comma or } was expected, but ${found()}`);
      at++;
      skip();
    }
    at++;
  };

  const list = (context: T): void => {
    at++;
    skip();
    if (text[at] === ']') {
      at++;
      return;
    }
    for (let index = 0; ; index++) {
      path.push(index);
      value(enter(context, String(index), at));
      path.pop();
      skip();
      if (text[at] === ']') break;
      if (text[at] !== ',') fail(`a comma or ] was expected, but ${found()}`);
      at++;
      skip();
    }
    at++;
  };

  skip();
  value(root);
  skip();
  if (at < text.length) fail(`the text goes on after the document: ${found()}`);
  if (tooLarge) throw tooLarge;
}

const LONGEST = 40;
const shown = (number: string): string => (number.length > LONGEST ? `${number.slice(0, LONGEST)}…` : number);

export interface Position {
  line: number;
  column: number;
}

/** 1-based line and column of an offset. */
export function positionIn(text: string, offset: number): Position {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}
