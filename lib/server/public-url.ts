import { env } from '#lib/env.ts';

/** Address people and pipelines know the portal by, without a slash at its end. */
export const publicUrl = (): string => env().url;
