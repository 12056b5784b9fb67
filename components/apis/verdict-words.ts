import type { VerdictDto } from '#lib/domain/apis/dto.ts';
import type { Outcome } from '#lib/domain/words.ts';

const TITLES = {
  allowed: (name: string) => `May ship to ${name}`,
  awaiting: (name: string) => `Waits for people before it may ship to ${name}`,
  prevented: (name: string) => `May not ship to ${name}`,
  invalid: (name: string) => `Nothing can be said about ${name}`,
} as const satisfies Record<Outcome, (name: string) => string>;

const MODES = {
  enforce: '',
  shadow: 'The gate there only watches: nothing is stopped.',
  off: 'The gate there is off: nothing is stopped.',
} as const satisfies Record<VerdictDto['gate'], string>;

export function verdictWords({ outcome, environmentName, gate }: VerdictDto): {
  title: string;
  detail: string;
} {
  return { title: TITLES[outcome](environmentName), detail: MODES[gate] };
}
