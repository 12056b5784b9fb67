/** Segments that say where an API is mounted or which version it has, not what it is about. */
const MOUNT = /^(?:api|apis|rest|public|services?|v\d+(?:[._-]\w+)*|\d+(?:\.\d+)*)$/i;

/** The resource a path is about, its first name: `/api/v1/users/{id}/cards` → `users`; `/` where there is none. */
export function resourceOf(path: string): string {
  const names = path
    .slice(0, 2000)
    .split('/')
    .filter((segment) => segment !== '' && !segment.startsWith('{'));
  return names.find((name) => !MOUNT.test(name)) ?? names[0] ?? '/';
}
