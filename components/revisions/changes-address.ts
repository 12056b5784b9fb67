/** Findings of one side that are listed; the weightiest come first. */
const FEW = 50;

/** The address of what differs between two revisions; without them, between the two newest. */
export const changesAddress = (slug: string, from?: string, to?: string): string =>
  `/apis/${slug}/description/changes${from && to ? `?${new URLSearchParams({ from, to }).toString()}` : ''}`;

/** The question about what a revision has and another has not. */
export const changedFindingsSearch = (other: string): string =>
  new URLSearchParams({ notIn: other, limit: String(FEW) }).toString();

/** Changes of a group that come with the page. */
const MOST_AT_FIRST = 200;

/** The question about what differs between two revisions. */
export const diffSearch = (from: string, to: string, isAll = false): string =>
  new URLSearchParams({ from, to, ...(isAll ? {} : { most: String(MOST_AT_FIRST) }) }).toString();

/** Where the text has what a change is about: in the newer revision, or where it is gone in the older one. */
export const changedPlace =
  (slug: string, from: string, to: string) =>
  (pointer: string): string =>
    `/apis/${slug}/description/text?${new URLSearchParams({ revision: to, before: from, pointer }).toString()}`;
