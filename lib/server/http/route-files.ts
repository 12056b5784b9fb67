import { ROUTE_MODULES } from './route-modules.ts';
import { METHODS } from './define-route.ts';
import type { Route } from './define-route.ts';

interface Member {
  module: string;
  name: string;
  route: Route;
}

/** Text of every route file under `app/`, by its path: each only names the definitions it serves. */
export function routeFiles(): Map<string, string> {
  const byPath = new Map<string, Member[]>();
  for (const [module, definitions] of Object.entries(ROUTE_MODULES)) {
    for (const [name, route] of Object.entries(definitions)) {
      byPath.set(route.fullPath, [...(byPath.get(route.fullPath) ?? []), { module, name, route }]);
    }
  }
  return new Map([...byPath].map(([path, members]) => [fileOf(path), textOf(members)]));
}

function fileOf(fullPath: string): string {
  const segments = fullPath.split('/').filter(Boolean);
  return `app/${segments.map((part) => part.replace(/^\{(.+)\}$/, '[$1]')).join('/')}/route.ts`;
}

function textOf(members: Member[]): string {
  const ordered = members.toSorted(
    (a, b) => METHODS.indexOf(a.route.method) - METHODS.indexOf(b.route.method),
  );
  const modules = [...new Set(ordered.map((member) => member.module))].toSorted();
  const imports = modules.map((module) => {
    const names = ordered.filter((member) => member.module === module).map((member) => member.name);
    return `import { ${names.toSorted().join(', ')} } from '#lib/server/${module}';`;
  });
  return [
    `import { route } from '#lib/server/http/serve-route.ts';`,
    ...imports,
    '',
    `export const { ${METHODS.join(', ')} } = route(${ordered.map((member) => member.name).join(', ')});`,
    '',
  ].join('\n');
}
