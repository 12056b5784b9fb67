import { escapeToken } from '#lib/domain/description/pointer.ts';
import type { Position } from './json-text.ts';
import type { Positions } from './pointer-tree.ts';

/** Comments and texts first, so that nothing in them is taken for a word. */
const TOKEN = /\/\/[^\n]*|\/\*[^]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[\w.]+|[{};=]|\n/g;
const WORD = /^[A-Za-z_]\w*$/;
/** Statements that set or name something and define nothing. */
const SETTING = /^(?:option|reserved|extensions|import|package|syntax|edition)$/;

/** Since edition 2024 a definition may say first who sees it. */
const isVisibility = (word: string | undefined): boolean => word === 'export' || word === 'local';

type Kind = 'file' | 'message' | 'enum' | 'service' | 'other';
interface Scope {
  kind: Kind;
  /** The full name of what it defines. */
  name: string;
}
interface Word extends Position {
  text: string;
}

/** Lines and columns of what the pointers into the plain form of a protobuf file stand for: where its name is written. */
export function locateInProtobuf(text: string, wanted: ReadonlySet<string>): Positions {
  const positions: Positions = new Map();
  const scopes: Scope[] = [];
  let scope: Scope = { kind: 'file', name: '' };
  let statement: Word[] = [];
  let line = 1;
  let lineStart = 0;

  function note(pointer: string, word: Word | undefined): void {
    if (word && wanted.has(pointer) && !positions.has(pointer))
      positions.set(pointer, { line: word.line, column: word.column });
  }

  const inScope = (name: string): string => (scope.name === '' ? name : `${scope.name}.${name}`);

  /** The name before the number: of a field, a value or a group. */
  function numbered(): Word | undefined {
    const at = statement.findIndex(({ text: word }) => word === '=');
    const name = statement[at - 1];
    return at > 0 && name && WORD.test(name.text) && !SETTING.test(statement[0]?.text ?? '')
      ? name
      : undefined;
  }

  function endStatement(): void {
    const [first, second] = statement;
    if (first?.text === 'package') scope = { ...scope, name: second?.text ?? '' };
    else if (first?.text === 'rpc' && scope.kind === 'service')
      note(`/services/${escapeToken(scope.name)}/methods/${escapeToken(second?.text ?? '')}`, second);
    else if (scope.kind === 'message' || scope.kind === 'enum') {
      const name = numbered();
      const [holder, part] = scope.kind === 'message' ? ['messages', 'fields'] : ['enums', 'values'];
      if (name) note(`/${holder}/${escapeToken(scope.name)}/${part}/${escapeToken(name.text)}`, name);
    }
    statement = [];
  }

  function open(): void {
    const [first, second] = statement.slice(isVisibility(statement[0]?.text) ? 1 : 0);
    const isGroup =
      scope.kind === 'message' &&
      statement.some(({ text: word }, at) => word === 'group' && statement[at + 2]?.text === '=');
    const name = isGroup ? numbered() : second;
    const kind = isGroup ? 'message' : first?.text;
    scopes.push(scope);
    if (name && (kind === 'message' || kind === 'enum' || kind === 'service')) {
      const inner: Scope = { kind, name: inScope(name.text) };
      note(`/${kind}s/${escapeToken(inner.name)}`, name);
      scope = inner;
      statement = [];
    } else if (kind === 'oneof') statement = [];
    else {
      endStatement();
      scope = { ...scope, kind: 'other' };
    }
  }

  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === '{') open();
    else if (token === '}') {
      scope = scopes.pop() ?? scope;
      statement = [];
    } else if (token === ';') endStatement();
    else if (WORD.test(token) || /^[\w.=]+$/.test(token))
      statement.push({ text: token, line, column: index - lineStart + 1 });
    for (let at = token.indexOf('\n'); at !== -1; at = token.indexOf('\n', at + 1)) {
      line += 1;
      lineStart = index + at + 1;
    }
  }
  return positions;
}
