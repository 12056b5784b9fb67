import type { Protections } from '../apis/dto.ts';
import type { Exposure } from '../words.ts';
import { EXPECTED_PROTECTIONS, type Protection } from './score-points.ts';

/** Protections that an API of this exposure should have and is not known to have: silence counts as missing. */
export function missingProtections(exposure: Exposure, known: Protections): Protection[] {
  return EXPECTED_PROTECTIONS[exposure].filter((protection) => known[protection] !== true);
}
