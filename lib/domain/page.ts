/** One page of a list. `total` counts all rows under the filter, `nextCursor` is null on the last page. */
export interface Page<Row> {
  items: Row[];
  nextCursor: string | null;
  total: number;
}

/** Counts by value for each filter that has a closed or small set of values. */
export type Facets<Name extends string = string> = Record<
  Name,
  { value: string; label?: string; count: number }[]
>;
