import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { JsonValue } from '#lib/domain/description/types.ts';
import { checkTexts } from './check-texts.ts';
import { refused, tooDeep } from './description-error.ts';
import { yamlToJson } from './yaml-to-json.ts';

export interface YamlText {
  contents: Document['contents'];
  lines: LineCounter;
}

const MOST_FAULTS = 20;

/** A YAML 1.2 text as the nodes of its one document; dates, `yes` and `on` stay texts, as in JSON. */
export function parseYaml(text: string): YamlText {
  const lines = new LineCounter();
  const document = withinStack(() =>
    parseDocument(text, {
      version: '1.2',
      schema: 'core',
      merge: false,
      // Checked while converting: the parser's own check compares every pair of keys.
      uniqueKeys: false,
      prettyErrors: false,
      lineCounter: lines,
      logLevel: 'error',
    }),
  );
  const faults = document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return {
      code: error.code,
      line,
      text: `in line ${line}, column ${col}: ${error.message.split('\n', 1)[0]}`,
    };
  });
  const [first] = faults;
  if (document.errors.some((error) => error.message.includes('Maximum call stack')))
    throw tooDeep(first?.line);
  if (first?.code === 'MULTIPLE_DOCS') {
    throw refused(
      'several-documents',
      `The text holds more than one YAML document; a second one starts in line ${first.line}.`,
    );
  }
  if (first) {
    const errors = faults.slice(0, MOST_FAULTS).map((fault) => ({ pointer: '', detail: fault.text }));
    throw refused('malformed', `The description is not valid YAML: ${first.text}.`, errors);
  }
  return { contents: document.contents, lines };
}

/** A YAML text as the plain values that the same document written as JSON would give. */
export function readYaml(text: string): JsonValue {
  const { contents, lines } = parseYaml(text);
  const value = withinStack(() => yamlToJson(contents, lines));
  checkTexts(value);
  return value;
}

/** The parser recurses; a text that exhausts the stack is nested far beyond the limit. */
export function withinStack<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
}
