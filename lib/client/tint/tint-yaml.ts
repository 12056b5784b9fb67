import type { TextOpens } from '#lib/domain/revisions/text-dto.ts';
import { BLOCK_HEADER, YAML_KEY, depthOf } from '#lib/domain/revisions/yaml-lines.ts';
import { makePieces } from './pieces.ts';
import type { TintedPiece } from './tint-lines.ts';

/** Groups: a remark, a text, the name of a member of a flow mapping, a word. */
const FLOW =
  /(?:^|\s)(#.*)|("(?:[^"\\]|\\.)*\\?"?|'(?:[^']|'')*'?)|([^\s,{}[\]:"'#][^,{}[\]:]*(?=:(?:\s|$)))|(-?\b\d[\d.eE+-]*(?=\s*(?:[,}\]#]|$))|\b(?:true|false|null)\b)/g;
const TINTS = ['remark', 'text', 'name', 'word'] as const;
const WORD = /^(?:-?\d[\d_.eE+-]*|true|false|null|~)$/i;

/** YAML is read by its indentation: what belongs to a text of several lines is deeper than its name. */
export function tintYaml(lines: readonly string[], opens: TextOpens | null): TintedPiece[][] {
  let block = opens?.indent ?? null;
  return lines.map((line) => {
    const { pieces, add } = makePieces();
    if (line.trim() !== '' && block !== null && line.search(/\S/) <= block) block = null;
    if (block !== null) {
      add(line, 'text');
      return pieces;
    }
    const [, lead = '', name = '', colon = ''] = YAML_KEY.exec(line) ?? [line];
    add(lead, null);
    add(name, 'name');
    add(colon, null);
    addValue(line.slice(lead.length + name.length + colon.length), add);
    if (BLOCK_HEADER.test(line)) block = depthOf(line);
    return pieces;
  });
}

function addValue(value: string, add: ReturnType<typeof makePieces>['add']): void {
  const start = value.search(/\S/);
  if (start === -1) return add(value, null);
  const rest = value.slice(start);
  add(value.slice(0, start), null);
  if (/^[[{"'#\]},]/.test(rest)) return addFlow(rest, add);
  const remark = /\s#/.exec(rest)?.index ?? rest.length;
  const said = rest.slice(0, remark);
  add(said, WORD.test(said) || /^[&*!|>]/.test(said) ? 'word' : 'text');
  const gap = rest.slice(remark);
  add(gap.slice(0, 1), null);
  add(gap.slice(1), 'remark');
}

function addFlow(text: string, add: ReturnType<typeof makePieces>['add']): void {
  let at = 0;
  for (const found of text.matchAll(FLOW)) {
    const group = found.slice(1).findIndex((part) => part !== undefined);
    const piece = found[group + 1] ?? '';
    const begin = found.index + found[0].length - piece.length;
    add(text.slice(at, begin), null);
    add(piece, TINTS[group] ?? null);
    at = begin + piece.length;
  }
  add(text.slice(at), null);
}
