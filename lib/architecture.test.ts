import { describe, expect, it } from 'vitest';
import { findCycles } from './architecture/find-cycles.ts';
import { isTest, readSourceFiles } from './architecture/source-files.ts';
import type { SourceFile } from './architecture/source-files.ts';
import { mayImport, zoneOf } from './architecture/zones.ts';
import { routeFiles } from './server/http/route-files.ts';

const files = readSourceFiles();
const product = files.filter((file) => !isTest(file));
const scripts = files.filter((file) => !file.path.endsWith('.css'));

const pathsOf = (list: readonly SourceFile[]) => list.map((file) => file.path);
const matching = (list: readonly SourceFile[], pattern: RegExp) =>
  pathsOf(list.filter((file) => pattern.test(file.code)));
/** Files that break a rule and have a reason: each entry is the path and why. A stale entry fails, too. */
const excused = (reasons: Record<string, string>) => Object.keys(reasons).toSorted();

describe('imports', () => {
  it('follow the arrows between the parts', () => {
    const reasons = {
      'lib/architecture.test.ts → server': 'asks for the files that routes are made into',
      'lib/server/revisions/real-descriptions.test.ts → bench':
        'takes the real descriptions that are measured, too',
      'lib/server/prefetch.ts → client':
        'pages hand the answers to the browser under the keys it will look for',
      'bin/make-icons.mjs → components': 'a tool that draws the icons which the components name',
    };
    const wrong = files.flatMap((file) => {
      const from = zoneOf(file.path);
      return file.imports.flatMap(({ target }) => {
        const to = target === null ? null : zoneOf(target);
        return from && to && !mayImport(from, to) ? [`${file.path} → ${to}`] : [];
      });
    });
    expect([...new Set(wrong)].toSorted()).toEqual(excused(reasons));
  });

  it('of the rules in lib/domain reach nothing outside it, packages included', () => {
    const domain = product.filter((file) => zoneOf(file.path) === 'domain');
    const outside = domain.flatMap((file) =>
      file.imports.flatMap(({ target, specifier }) =>
        target === null ? [`${file.path}: ${specifier}`] : [],
      ),
    );
    const reasons = {
      'lib/domain/gate/model/plans.ts: fast-check': 'invents histories for the tests of the decision',
    };
    expect([...new Set(outside)].toSorted()).toEqual(excused(reasons));
  });

  it('lead from the product to no test', () => {
    const tests = new Set(pathsOf(files.filter(isTest)));
    const wrong = product.flatMap(({ path, imports }) =>
      imports.flatMap(({ target }) => (target && tests.has(target) ? [path] : [])),
    );
    expect(wrong).toEqual([]);
  });

  it('go round in no circle', () => {
    expect(findCycles(files)).toEqual([]);
  });

  it('name files that are there, with their ending', () => {
    const known = new Set(pathsOf(files));
    const missing = product.flatMap(({ path, imports }) =>
      imports.flatMap(({ target }) =>
        target === null || known.has(target) || /\.(?:json|css|mts|svg)$/.test(target)
          ? []
          : [`${path} → ${target}`],
      ),
    );
    expect(missing).toEqual([]);
  });
});

describe('files', () => {
  it('pass on what others define in one place only', () => {
    expect(matching(scripts, /^\s*export\s+(?:type\s+)?(?:\*|\{[^}]*\})\s+from\s/m)).toEqual([
      'db/schema/index.ts',
    ]);
  });

  it('say by their name what is in them', () => {
    expect(
      pathsOf(files).filter((path) =>
        /(?:^|[/.-])(?:utils?|helpers?|common|misc|shared|stuff)(?=[/.-])/.test(path),
      ),
    ).toEqual([]);
  });

  it('have at most 300 lines', () => {
    expect(
      scripts.filter((file) => file.text.trimEnd().split('\n').length > 300).map((file) => file.path),
    ).toEqual([]);
  });

  it('export by name, except where a tool demands otherwise', () => {
    const demanded =
      /^app\/.*\/?(?:page|layout|template|default|error|global-error|not-found|loading)\.tsx$|^[a-z.]+\.config\.[a-z]+$/;
    const others = matching(scripts, /^export default\b/m).filter((path) => !demanded.test(path));
    expect(others).toEqual(
      excused({ 'db/testing/global-setup.ts': 'the test runner calls the default export' }),
    );
  });

  it('silence no check and leave nothing for later', () => {
    const silenced =
      /@ts-(?:ignore|expect-error|nocheck)|\b(?:TODO|FIXME|XXX)\b|\b(?:describe|it|test)\.(?:skip|only|todo|fails)\b|\bas any\b/;
    const self = 'lib/architecture.test.ts';
    expect(
      scripts.filter((file) => file.path !== self && silenced.test(file.text)).map((file) => file.path),
    ).toEqual([]);
  });

  it('claim another type for a value only where types are erased on purpose', () => {
    const reasons = {
      'lib/server/http/define-route.ts': 'the inventory keeps routes of every shape side by side',
      'lib/server/http/decode-body.ts': 'the type of a web stream does not know that it can be iterated',
    };
    expect(matching(product, /\bas unknown as\b/).toSorted()).toEqual(excused(reasons));
  });
});

describe('the environment', () => {
  it('is read in one place', () => {
    const reasons = {
      'app/styleguide/page.tsx': 'is left out of production builds, which the compiler must see',
      'lib/env.ts': 'the one place',
      'proxy.ts': 'runs apart from the server, where nothing was published',
    };
    // What runs before anything is installed, hands on its own environment to a measured server, or configures a tool.
    const elsewhere = /^(?:bin\/setup|bench)\/|^[a-z]+\.config\.ts$/;
    const inside = product.filter((file) => !elsewhere.test(file.path));
    expect(matching(inside, /\bprocess\.env\b/).toSorted()).toEqual(excused(reasons));
  });
});

describe('what changes something', () => {
  const server = product.filter((file) => zoneOf(file.path) === 'server');
  const AUTHORISES = /\brefuse\(|\bmay[A-Z]\w*\(/;
  const AUDITS = /\baudit\(/;

  it('asks who may and writes down that it happened', () => {
    const reasons = {
      'lib/server/gate/record-decision.ts':
        'whoever may ask the gate may have the answer kept: settled by the route’s scope',
      'lib/server/gate/signing-key.ts': 'the product makes its own key at the first use',
      'lib/server/findings/rescan-revision.ts': 'the product itself, when its rules have changed',
      'lib/server/identity/admit-identity.ts': 'the sign-in provider vouches for the person',
      'lib/server/identity/end-session.ts': 'changes one’s own session only',
      'lib/server/identity/open-session.ts': 'the person was let in by a provider the moment before',
      'lib/server/findings/judge-findings.ts': 'every item goes through judge-finding.ts, which does both',
      'lib/server/ownership/offer-many.ts': 'every item goes through offer-api.ts, which does both',
      'lib/server/tokens/create-token.ts': 'issue-token.ts writes the event, also for service accounts',
    };
    const verbs = server.filter(
      (file) => /\btransact\(/.test(file.code) && file.path !== 'lib/server/transact.ts',
    );
    expect(verbs.length).toBeGreaterThan(20);
    const incomplete = verbs.filter((file) => !AUTHORISES.test(file.code) || !AUDITS.test(file.code));
    expect(pathsOf(incomplete).toSorted()).toEqual(excused(reasons));
  });

  it('is done by nobody on behalf of another feature', () => {
    const verbs = new Set(matching(server, /\btransact\(/));
    const featureOf = (path: string) => path.split('/')[2];
    const wrong = server.flatMap(({ path, imports }) =>
      imports.flatMap(({ target }) =>
        target !== null &&
        verbs.has(target) &&
        target !== 'lib/server/transact.ts' &&
        featureOf(target) !== featureOf(path)
          ? [`${path} → ${target}`]
          : [],
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('opens its transaction in one way', () => {
    const reasons = {
      'lib/server/demo/load-demo.ts': 'fills an empty database, all or nothing; the story has its own events',
      'lib/server/http/idempotency.ts':
        'keeps the answer of a request that has no effect and so no transaction',
      'lib/server/findings/judge-findings.ts': 'a savepoint inside the transaction for each item',
      'lib/server/ownership/offer-many.ts': 'a savepoint inside the transaction for each item',
      'lib/server/posture/refresh-stale.ts': 'computes anew what follows from facts, which is no change',
      'lib/server/transact.ts': 'the one way',
    };
    expect(matching(server, /\.transaction\(/).toSorted()).toEqual(excused(reasons));
  });

  it('writes inside a transaction', () => {
    const reasons = {
      'lib/server/http/idempotency.ts': 'forgets answers that ran out',
      'lib/server/jobs/forget-jobs.ts': 'forgets sessions that ran out',
    };
    expect(matching(server, /\bdb\s*\.\s*(?:insert|update|delete)\(/).toSorted()).toEqual(excused(reasons));
  });
});

describe('addresses of the interface', () => {
  it('are served by files made from their definitions', () => {
    const reasons = {
      'app/api/auth/[...nextauth]/route.ts': 'sign-in, whose addresses next-auth decides',
      'app/api/v1/[...rest]/route.ts': 'answers for every address that nobody serves',
    };
    const expected = routeFiles();
    const present = product.filter((file) => /^app\/(?:.*\/)?route\.ts$/.test(file.path));
    const extra = pathsOf(present).filter((path) => !expected.has(path));
    expect(extra.toSorted()).toEqual(excused(reasons));
    const outdated = [...expected].filter(
      ([path, text]) => present.find((file) => file.path === path)?.text !== text,
    );
    expect(outdated.map(([path]) => path)).toEqual([]);
  });
});
