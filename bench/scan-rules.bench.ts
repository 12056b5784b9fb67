/**
 * Tells of every rule beyond Spectral's in how many real descriptions it fires, with an example, and in how many it stays
 * silent although they have what it looks at: `node bench/scan-rules.bench.ts`. A rule that never fires, or that fires
 * wherever it could, makes the program fail unless rules-without-evidence.ts says why; so does a reason that is void.
 */
import { inspect } from '../lib/domain/scan/inspect.ts';
import { RULES } from '../lib/domain/scan/rules.ts';
import type { Rule } from '../lib/domain/scan/rule.ts';
import { corpusName, corpusPaths, openApiFormat, readText } from './corpus.ts';
import { otherDescriptions } from './other-descriptions.ts';
import { hasSubject, subjectsOf } from './rule-subjects.ts';
import { WITHOUT_EVIDENCE } from './rules-without-evidence.ts';
import type { ParsedDescription } from '../lib/domain/description/types.ts';

const WORDS = { fires: 'it fires', silent: 'it stays silent' } as const;

interface Evidence {
  fires: number;
  silent: number;
  fired: string;
  passed: string;
}
const evidence = new Map<Rule, Evidence>(
  RULES.filter(({ equivalent }) => equivalent === undefined).map((rule) => [
    rule,
    { fires: 0, silent: 0, fired: '', passed: '' },
  ]),
);

function look(name: string, parsed: ParsedDescription): void {
  const inspection = inspect(parsed);
  const subjects = subjectsOf(parsed.document);
  const places = new Map<Rule, string>();
  for (const { rule, pointer } of inspection.telling) if (!places.has(rule)) places.set(rule, pointer);
  for (const [rule, seen] of evidence) {
    const pointer = places.get(rule);
    if (pointer !== undefined) {
      seen.fires += 1;
      seen.fired ||= `${name} ${pointer || '/'}`;
    } else if (hasSubject(rule, inspection, subjects)) {
      seen.silent += 1;
      seen.passed ||= name;
    }
  }
}

let count = 0;
for (const path of corpusPaths()) {
  const document = JSON.parse(readText(path));
  look(corpusName(path), { format: openApiFormat(document), document });
  count += 1;
}
for (const { name, parsed } of otherDescriptions()) {
  look(name, parsed);
  count += 1;
}

const short = (text: string) => (text.length > 110 ? `${text.slice(0, 109)}…` : text);
console.log(`${'rule'.padEnd(38)}${'fires'.padStart(7)}${'silent'.padStart(8)}  example · silent in`);
for (const [{ id }, { fires, silent, fired, passed }] of evidence)
  console.log(
    `${id.padEnd(38)}${String(fires).padStart(7)}${String(silent).padStart(8)}  ${short(fired)} · ${short(passed)}`,
  );
const fails: string[] = [];
for (const [{ id }, { fires, silent }] of evidence) {
  const lacking = WITHOUT_EVIDENCE[id];
  for (const [what, count] of [
    ['fires', fires],
    ['silent', silent],
  ] as const) {
    const isExcused = lacking?.what === what || lacking?.what === 'both';
    if (count === 0 && !isExcused) fails.push(`${id}: in no real description ${WORDS[what]}`);
    if (count > 0 && isExcused)
      fails.push(`${id}: ${WORDS[what]} in ${count}, so the reason why not is void`);
  }
}
for (const [id, { reason, readAt }] of Object.entries(WITHOUT_EVIDENCE))
  console.log(`${id}: ${reason}${readAt === undefined ? '' : ` Read in ${readAt}.`}`);
const shown = [...evidence.values()].filter(({ fires, silent }) => fires > 0 && silent > 0).length;
console.log(
  `${shown} of ${evidence.size} rules fire in one and stay silent in another of ${count} real descriptions; ` +
    `${Object.keys(WITHOUT_EVIDENCE).length} cannot be shown so, with the reason`,
);
if (fails.length > 0) {
  console.log(fails.join('\n'));
  process.exitCode = 1;
}
