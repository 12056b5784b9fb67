import { LIFECYCLES } from '../words.ts';
import type { Outcome } from '../words.ts';

/** Every part of an API's life but its end. Retired APIs count in no figure, and so they are in no list that a figure opens. */
export const RUNNING = LIFECYCLES.filter((lifecycle) => lifecycle !== 'retired');

/** What production's gate says of an API that is blocked. */
export const BLOCKED = ['awaiting', 'prevented'] as const satisfies readonly Outcome[];

/** Query of the list of APIs that are running and that a gate blocks. */
export const BLOCKED_QUERY = new URLSearchParams([
  ...BLOCKED.map((outcome) => ['gate', outcome]),
  ...RUNNING.map((lifecycle) => ['lifecycle', lifecycle]),
]).toString();
