import type { JsonValue } from '../../../lib/domain/description/types.ts';

const PLAIN_KEY = /^[A-Za-z_$/][\w$/{}.-]*$/;
const isEmpty = (value: JsonValue) =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;
const isScalar = (value: JsonValue) => typeof value !== 'object' || value === null;

function block(value: JsonValue, indent: string): string {
  if (isScalar(value) || isEmpty(value)) return ` ${JSON.stringify(value)}\n`;
  return `\n${lines(value, indent)}`;
}

function lines(value: JsonValue, indent: string): string {
  if (Array.isArray(value)) {
    return value
      .map((item) => `${indent}-${item === null ? ' null\n' : inline(item, `${indent}  `)}`)
      .join('');
  }
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(
      ([key, item]) =>
        `${indent}${PLAIN_KEY.test(key) ? key : JSON.stringify(key)}:${block(item, `${indent}  `)}`,
    )
    .join('');
}

/** The first line of an item stands beside its dash. */
function inline(value: JsonValue, indent: string): string {
  if (isScalar(value) || isEmpty(value)) return ` ${JSON.stringify(value)}\n`;
  return ` ${lines(value, indent).slice(indent.length)}`;
}

/** YAML in block style; every text is quoted as in JSON, which YAML understands. */
export function yamlText(value: JsonValue): string {
  return lines(value, '');
}
