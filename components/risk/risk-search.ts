const PARTS = ['asOf', 'team', 'application'] as const;

/** The part of the address that the interface is asked with, in one order so that it serves as a cache key. */
export function riskSearch(params: Pick<URLSearchParams, 'get'>): string {
  const search = new URLSearchParams();
  for (const part of PARTS) {
    const value = params.get(part);
    // A date that is none is left out: the page shows now.
    if (value && (part !== 'asOf' || !Number.isNaN(Date.parse(value)))) search.set(part, value);
  }
  return search.toString();
}
