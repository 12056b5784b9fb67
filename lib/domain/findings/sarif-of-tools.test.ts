import { describe, expect, it } from 'vitest';
import { fromSarif } from './from-sarif.ts';
import { SARIF_OF_TOOLS } from './testing/sarif-of-tools.ts';
import { toSarif } from './to-sarif.ts';

const digest = (text: string) => text;
function findingsOf(document: unknown, into?: string) {
  const read = fromSarif(document, digest, into);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.findings;
}

describe('reports of other scanners', () => {
  it.each([
    [
      'CodeQL',
      {
        rule: 'js/sql-injection',
        severity: 'high',
        owasp: [],
        title: 'Database query built from user-controlled sources',
      },
      [['src/orders.ts#L12'], ['src/orders.ts#L40']],
    ],
    [
      'Semgrep OSS',
      {
        rule: 'javascript.express.open-redirect',
        severity: 'medium',
        owasp: ['API7'],
        fix: 'Allow known addresses only.',
      },
      [['src/login.ts#L7'], ['src/logout.ts#L7']],
    ],
    [
      'ZAP',
      { rule: '10038', severity: 'medium', title: 'Content Security Policy (CSP) Header Not Set' },
      [['https://shop.example/#L1'], ['https://shop.example/cart?id=1#L1']],
    ],
    [
      'Trivy',
      { rule: 'CVE-2024-0001', severity: 'critical', title: 'express: CVE-2024-0001' },
      [['package-lock.json#L120'], ['package-lock.json#L120']],
    ],
  ] as const)('of %s become findings, none lost and none twice', (tool, first, places) => {
    const findings = findingsOf(SARIF_OF_TOOLS[tool]);
    expect(findings[0]).toMatchObject({ tool, ...first });
    expect(findings.map(({ pointers }) => pointers)).toEqual(places);
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
    expect(findingsOf(SARIF_OF_TOOLS[tool])).toEqual(findings);
  });
});

describe('our own report', () => {
  const meta = { portal: 'https://gatehouse.example', version: '1', api: 'orders', artifact: 'orders.yaml' };
  const finding = {
    source: 'gatehouse',
    rule: 'api2-write-open',
    severity: 'high',
    owasp: ['API2'],
    title: 'Writes need no authentication',
    why: 'Anybody can write.',
    fix: 'Require a scheme.',
    fingerprint: 'f1',
    state: 'open',
    reason: null,
    occurrences: 1,
    operations: ['POST /orders'],
    pointers: ['/paths/~1orders/post'],
  } as const;
  const report = toSarif([{ ...finding, owasp: [...finding.owasp], operations: [], pointers: [] }], meta);

  it('on another API is that of another tool', () => {
    expect(findingsOf(report, 'payments')).toMatchObject([
      { tool: 'gatehouse/orders', rule: 'api2-write-open', severity: 'high', owasp: ['API2'] },
    ]);
  });

  it('on the API itself is refused, and so is our name without such a category', () => {
    const refusal = { ok: false, errors: [{ pointer: '/runs/0/tool/driver/name' }] };
    expect(fromSarif(report, digest, 'orders')).toMatchObject(refusal);
    expect(fromSarif(report, digest)).toMatchObject(refusal);
    const unnamed = { version: '2.1.0', runs: [{ tool: { driver: { name: 'GateHouse' } } }] };
    expect(fromSarif(unnamed, digest, 'payments')).toMatchObject(refusal);
  });
});
