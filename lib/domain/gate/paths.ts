import type { ReviewFacts } from './facts.ts';

/** Where the portal shows what a reason is about. Slugs and ids are safe in an address as they are. */
export const inventoryPath = '/apis';
export const environmentsPath = '/settings/environments';
export const apiPath = (slug: string): string => `/apis/${slug}`;
export const ownershipPath = (slug: string): string => `/apis/${slug}/ownership`;
export const reviewPath = ({ id }: Pick<ReviewFacts, 'id'>): string => `/reviews/${id}`;
