import { textsOf } from '../../description/json-values.ts';
import type { Remedies } from './remedy.ts';

/** TLS instead of plain text. */
export const TRANSPORT_REMEDIES: Remedies = [
  [
    'api8-plain-http-server',
    ({ pointer }, { draft }) => {
      const url = draft.at(pointer);
      return typeof url === 'string' && draft.replace(pointer, url.replace(/^http:/, 'https:'));
    },
  ],
  [
    'api2-plain-sign-in',
    ({ pointer }, { draft }) => {
      const url = draft.at(pointer);
      return typeof url === 'string' && draft.replace(pointer, url.replace(/^http:/i, 'https:'));
    },
  ],
  [
    'api8-plain-http-scheme',
    (_hit, { draft }) => {
      const schemes = textsOf(draft.at('/schemes'));
      const safe = [...new Set(schemes.map((scheme) => ({ http: 'https', ws: 'wss' })[scheme] ?? scheme))];
      // Every plain scheme of the list is a place of its own, and the first of them mends all.
      return safe.join() === schemes.join() || draft.replace('/schemes', safe);
    },
  ],
];
