/** Names longer than this are no names; only their beginning is looked at. */
const LONGEST = 1000;

/** Words of a path or name, lower case: `/v1/resetPassword/{user_id}` → v1, reset, password, user, id. */
export function wordsOf(name: string): string[] {
  return (name.length > LONGEST ? name.slice(0, LONGEST) : name)
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
}
