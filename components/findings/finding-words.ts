import { LEVEL_WORDS } from '../ui/value-words.ts';

/** Words for findings' fields and their values. */
export const FINDING_WORDS: Readonly<Record<string, string>> = {
  severity: 'Severity',
  state: 'State',
  owasp: 'Category',
  source: 'Found by',
  api: 'API',
  team: 'Team',
  rule: 'Rule',
  ...LEVEL_WORDS,
  info: 'Information',
  open: 'Open',
  acknowledged: 'Acknowledged',
  'false-positive': 'False positive',
  fixed: 'Fixed',
  gatehouse: 'Gatehouse',
  API1: 'API1 Objects',
  API2: 'API2 Authentication',
  API3: 'API3 Properties',
  API4: 'API4 Resources',
  API5: 'API5 Functions',
  API6: 'API6 Flows',
  API7: 'API7 Requests',
  API8: 'API8 Misconfiguration',
  API9: 'API9 Inventory',
  API10: 'API10 Consumption',
};
