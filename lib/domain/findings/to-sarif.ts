import type { FindingDto } from '../revisions/dto.ts';
import { OWN_SOURCE, SEVERITIES, type Severity } from '../words.ts';
import { LEVEL_OF_SEVERITY, SCORE_OF_SEVERITY, type SarifLevel } from './sarif-severity.ts';

export const SARIF_SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** The part of a finding that goes out. */
export type ExportedFinding = Pick<
  FindingDto,
  | 'source'
  | 'rule'
  | 'severity'
  | 'owasp'
  | 'title'
  | 'why'
  | 'fix'
  | 'fingerprint'
  | 'state'
  | 'reason'
  | 'occurrences'
  | 'operations'
  | 'pointers'
> & {
  /** Why it may stay for a time, where an exception that is in force says so. */
  excusedBecause?: string | null;
};

/** 1-based, columns in UTF-16 code units. */
interface Position {
  line: number;
  column: number;
}

export interface SarifMeta {
  /** Base address of the portal. */
  portal: string;
  version: string;
  /** Slug of the API. */
  api: string;
  /** Name under which the description is known to whoever reads the report, such as `openapi.yaml`. */
  artifact: string;
  /** Where pointers into the description stand in its text, as far as that is known. */
  positions?: ReadonlyMap<string, Position>;
}

interface Rule {
  id: string;
  shortDescription: { text: string };
  fullDescription?: { text: string };
  help?: { text: string };
  defaultConfiguration: { level: SarifLevel };
  properties: { tags: string[]; 'security-severity': string };
}

interface Location {
  physicalLocation: {
    artifactLocation: { uri: string };
    region?: { startLine: number; startColumn?: number };
  };
  logicalLocations?: { fullyQualifiedName: string }[];
}

interface Result {
  ruleId: string;
  ruleIndex: number;
  level: SarifLevel;
  message: { text: string };
  locations: Location[];
  partialFingerprints: Record<string, string>;
  suppressions: { kind: 'external'; status: 'accepted'; justification?: string }[];
  properties: Record<string, unknown>;
}

/** SARIF 2.1.0. */
export interface SarifLog {
  $schema: string;
  version: '2.1.0';
  runs: {
    tool: { driver: { name: string; version?: string; informationUri?: string; rules: Rule[] } };
    automationDetails: { id: string };
    columnKind: 'utf16CodeUnits';
    results: Result[];
  }[];
}

/**
 * The findings as SARIF 2.1.0: one run for each scanner, our own first and always present, so that an empty report
 * still says that somebody looked. Fixed findings are left out; false positives and what an
 * exception covers are suppressed with the reason.
 */
export function toSarif(findings: readonly ExportedFinding[], meta: SarifMeta): SarifLog {
  const open = findings.filter(({ state }) => state !== 'fixed');
  const sources = [
    OWN_SOURCE,
    ...new Set(open.map(({ source }) => source).filter((source) => source !== OWN_SOURCE)),
  ];
  return {
    $schema: SARIF_SCHEMA,
    version: '2.1.0',
    runs: sources.map((source) => {
      const mine = open.filter((finding) => finding.source === source);
      const rules = toRules(mine);
      const own = source === OWN_SOURCE;
      return {
        tool: {
          driver: own
            ? { name: 'Gatehouse', version: meta.version, informationUri: meta.portal, rules }
            : { name: source, rules },
        },
        // Code scanning refuses two runs of one category, so each scanner has its own.
        automationDetails: { id: `gatehouse/${meta.api}/${own ? 'scan' : encodeURIComponent(source)}` },
        columnKind: 'utf16CodeUnits',
        results: mine.map((finding) => toResult(finding, rules, meta)),
      };
    }),
  };
}

function toRules(findings: readonly ExportedFinding[]): Rule[] {
  const worst = new Map<string, ExportedFinding>();
  for (const finding of findings) {
    const known = worst.get(finding.rule);
    if (!known || rank(finding.severity) < rank(known.severity)) worst.set(finding.rule, finding);
  }
  return [...worst.values()].map(({ rule, severity, owasp, title, why, fix }) => ({
    id: rule,
    shortDescription: { text: title },
    ...(why ? { fullDescription: { text: why } } : {}),
    ...(fix ? { help: { text: fix } } : {}),
    defaultConfiguration: { level: LEVEL_OF_SEVERITY[severity] },
    properties: {
      tags: ['security', ...owasp.map((category) => `${category}:2023`)],
      'security-severity': SCORE_OF_SEVERITY[severity],
    },
  }));
}

function toResult(finding: ExportedFinding, rules: readonly Rule[], meta: SarifMeta): Result {
  const { rule, severity, title, why, state, occurrences, operations } = finding;
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: LEVEL_OF_SEVERITY[severity],
    message: { text: why && why !== title ? `${title.replace(/\.$/, '')}. ${why}` : title },
    locations: toLocations(finding, meta),
    // Code scanning knows a result again by this name alone, and makes its own from the text of the line without it.
    partialFingerprints: {
      'gatehouse/v1': finding.fingerprint,
      primaryLocationLineHash: finding.fingerprint,
    },
    suppressions: suppressionsOf(finding),
    properties: {
      severity,
      state,
      occurrences,
      operations,
      'security-severity': SCORE_OF_SEVERITY[severity],
    },
  };
}

function suppressionsOf({ state, reason, excusedBecause }: ExportedFinding): Result['suppressions'] {
  const justification = state === 'false-positive' ? reason : (excusedBecause ?? null);
  if (state !== 'false-positive' && justification === null) return [];
  return [{ kind: 'external', status: 'accepted', ...(justification ? { justification } : {}) }];
}

/**
 * Our own places are JSON pointers into the description; those of other scanners are addresses with a line. Code scanning
 * takes no result without a place: what has none concerns the description as a whole.
 */
function toLocations({ source, pointers }: ExportedFinding, meta: SarifMeta): Location[] {
  if (pointers.length === 0)
    return [{ physicalLocation: { artifactLocation: { uri: toUriReference(meta.artifact) } } }];
  if (source === OWN_SOURCE) {
    return pointers.map((pointer) => {
      const at = meta.positions?.get(pointer);
      return {
        physicalLocation: {
          artifactLocation: { uri: toUriReference(meta.artifact) },
          ...(at ? { region: { startLine: at.line, startColumn: at.column } } : {}),
        },
        logicalLocations: [{ fullyQualifiedName: pointer }],
      };
    });
  }
  return pointers.map((place) => {
    const [, uri = place, line] = /^(.*)#L(\d+)$/s.exec(place) ?? [];
    return {
      physicalLocation: {
        artifactLocation: { uri: toUriReference(uri) },
        ...(line ? { region: { startLine: Number(line) } } : {}),
      },
    };
  });
}

/** What was escaped stays as it is; what may not stand in an address is escaped. */
function toUriReference(text: string): string {
  return text
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replace(/[^\w\-.~:/?#@!$&'()*+,;=%]/gu, (character) => encodeURIComponent(character));
}

const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);
