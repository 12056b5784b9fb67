import type { Right } from '#lib/domain/teams/dto.ts';

/** Why a button does not work, undefined when it does. */
export const whyNot = (right: Right): string | undefined => (right.allowed ? undefined : right.reason);
