/** Characters of an address that every proxy lets through. */
const MOST_OF_ADDRESS = 5000;

/** The question about the lines around the places of a finding; places with very long names are left to the list. */
export function excerptSearch(pointers: readonly string[]): string {
  const search = new URLSearchParams();
  for (const pointer of pointers) {
    if (search.toString().length + encodeURIComponent(pointer).length > MOST_OF_ADDRESS) break;
    search.append('pointer', pointer);
  }
  return search.toString();
}
