import { SENSITIVITY_NAMES, sensitivityOf } from '../sensitive-names.ts';
import type { Note } from './change-log.ts';
import type { AnswerView } from './openapi-view.ts';
import type { SchemaPairs } from './schema-pairs.ts';

/** Headers of an answer: clients read them as they read what is in its body. */
export function diffHeaders(
  key: string,
  { headers: before }: AnswerView,
  { headers: after }: AnswerView,
  note: Note,
  schemas: SchemaPairs,
): void {
  for (const [id, header] of after) {
    const called = `the header ${header.name}`;
    const same = before.get(id);
    if (!same) {
      const sensitivity = sensitivityOf(header.name);
      const tells = sensitivity === 'secret' || sensitivity === 'personal';
      const remark = tells ? ` (${SENSITIVITY_NAMES[sensitivity]})` : '';
      const kind = tells ? 'sensitive-output-added' : 'output-added';
      note(kind, key, header.pointer, `${key} also returns ${called}${remark}`);
      continue;
    }
    if (same.isRequired && !header.isRequired)
      note('output-optional', key, header.pointer, `${key} may leave out ${called}`);
    if (!same.isRequired && header.isRequired)
      note('output-required', key, header.pointer, `${key} always returns ${called}`);
    schemas.compare(key, 'output', called, same.schema, header.schema);
  }
  for (const [id, header] of before) {
    if (!after.has(id))
      note('output-removed', key, header.pointer, `${key} no longer returns the header ${header.name}`);
  }
}
