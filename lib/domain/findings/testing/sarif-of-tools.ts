/** Reports in the shapes in which widely used scanners write SARIF 2.1.0, small, each with two results. */
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

const codeql = {
  $schema: SCHEMA,
  version: '2.1.0',
  runs: [
    {
      tool: {
        driver: { name: 'CodeQL', organization: 'GitHub', semanticVersion: '2.20.1', notifications: [] },
        extensions: [
          {
            name: 'codeql/javascript-queries',
            semanticVersion: '1.4.0',
            rules: [
              {
                id: 'js/sql-injection',
                name: 'js/sql-injection',
                shortDescription: { text: 'Database query built from user-controlled sources' },
                fullDescription: { text: 'Building a query from user input lets it be changed.' },
                defaultConfiguration: { enabled: true, level: 'error' },
                properties: {
                  tags: ['security', 'external/cwe/cwe-089'],
                  kind: 'path-problem',
                  precision: 'high',
                  'problem.severity': 'error',
                  'security-severity': '8.8',
                },
              },
            ],
          },
        ],
      },
      automationDetails: { id: '/language:javascript/' },
      artifacts: [{ location: { uri: 'src/orders.ts', uriBaseId: '%SRCROOT%', index: 0 } }],
      columnKind: 'utf16CodeUnits',
      results: [12, 40].map((startLine) => ({
        ruleId: 'js/sql-injection',
        ruleIndex: 0,
        rule: { id: 'js/sql-injection', index: 0, toolComponent: { index: 0 } },
        message: { text: 'This query string depends on a [user-provided value](1).' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uriBaseId: '%SRCROOT%', index: 0 },
              region: { startLine, startColumn: 9, endColumn: 42 },
            },
          },
        ],
        partialFingerprints: {
          primaryLocationLineHash: `39fa2ee980eb94b0:${startLine}`,
          primaryLocationStartColumnFingerprint: '4',
        },
        codeFlows: [
          {
            threadFlows: [
              {
                locations: [
                  {
                    location: {
                      physicalLocation: { artifactLocation: { index: 0 }, region: { startLine: 3 } },
                      message: { text: 'req.query' },
                    },
                  },
                ],
              },
            ],
          },
        ],
        relatedLocations: [
          {
            id: 1,
            physicalLocation: { artifactLocation: { index: 0 }, region: { startLine: 3 } },
            message: { text: 'user-provided value' },
          },
        ],
      })),
    },
  ],
};

const semgrep = {
  $schema: SCHEMA,
  version: '2.1.0',
  runs: [
    {
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: [] }],
      tool: {
        driver: {
          name: 'Semgrep OSS',
          semanticVersion: '1.97.0',
          rules: [
            {
              id: 'javascript.express.open-redirect',
              name: 'javascript.express.open-redirect',
              shortDescription: { text: 'Semgrep Finding: javascript.express.open-redirect' },
              fullDescription: { text: 'The address is taken from the request.' },
              help: { text: 'Allow known addresses only.', markdown: 'Allow known addresses only.' },
              helpUri: 'https://semgrep.dev/r/javascript.express.open-redirect',
              defaultConfiguration: { level: 'warning' },
              properties: {
                precision: 'very-high',
                tags: ['CWE-601: URL Redirection', 'OWASP API7:2023 - SSRF', 'security'],
              },
            },
          ],
        },
      },
      results: ['src/login.ts', 'src/logout.ts'].map((uri) => ({
        ruleId: 'javascript.express.open-redirect',
        message: { text: 'The address is taken from the request.' },
        // What it writes for everybody who is not signed in.
        fingerprints: { 'matchBasedId/v1': 'requires login' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
              region: {
                startLine: 7,
                startColumn: 3,
                endLine: 7,
                endColumn: 30,
                snippet: { text: 'res.redirect(q)' },
              },
            },
          },
        ],
        properties: {},
      })),
    },
  ],
};

const zap = {
  $schema: SCHEMA,
  version: '2.1.0',
  runs: [
    {
      tool: {
        driver: {
          name: 'ZAP',
          guid: '84ee24ce-9ba3-4a77-8c67-0a7d1d39a0b5',
          semanticVersion: '2.15.0',
          informationUri: 'https://www.zaproxy.org/',
          rules: [
            {
              id: '10038',
              name: 'Content Security Policy (CSP) Header Not Set',
              shortDescription: { text: 'Content Security Policy (CSP) Header Not Set' },
              fullDescription: { text: '<p>No policy limits what a page may load.</p>' },
              defaultConfiguration: { level: 'warning' },
              properties: {
                references: ['https://developer.mozilla.org/docs/Web/HTTP/CSP'],
                confidence: 'high',
              },
            },
          ],
        },
      },
      results: ['https://shop.example/', 'https://shop.example/cart?id=1'].map((uri) => ({
        ruleId: '10038',
        level: 'warning',
        message: { text: '<p>No policy limits what a page may load.</p>' },
        locations: [
          {
            physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } },
            properties: { attack: '' },
          },
        ],
        webRequest: { protocol: 'HTTP', version: '1.1', target: uri, method: 'GET' },
        webResponse: { statusCode: 200, protocol: 'HTTP', version: '1.1' },
      })),
    },
  ],
};

const trivy = {
  version: '2.1.0',
  $schema: SCHEMA,
  runs: [
    {
      tool: {
        driver: {
          fullName: 'Trivy Vulnerability Scanner',
          informationUri: 'https://github.com/aquasecurity/trivy',
          name: 'Trivy',
          version: '0.58.0',
          rules: ['CVE-2024-0001', 'CVE-2024-0002'].map((id) => ({
            id,
            name: 'LanguageSpecificPackageVulnerability',
            shortDescription: { text: `express: ${id}` },
            fullDescription: { text: 'A long story.' },
            defaultConfiguration: { level: 'error' },
            helpUri: `https://avd.aquasec.com/nvd/${id.toLowerCase()}`,
            help: { text: `Vulnerability ${id}\nFixed Version: 4.21.0`, markdown: `**${id}**` },
            properties: {
              precision: 'very-high',
              'security-severity': '9.1',
              tags: ['vulnerability', 'security', 'CRITICAL'],
            },
          })),
        },
      },
      results: ['CVE-2024-0001', 'CVE-2024-0002'].map((ruleId, ruleIndex) => ({
        ruleId,
        ruleIndex,
        level: 'error',
        message: { text: `Package: express\nInstalled Version: 4.17.0\nVulnerability ${ruleId}` },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'package-lock.json', uriBaseId: 'ROOTPATH' },
              region: { startLine: 120, startColumn: 1, endLine: 131, endColumn: 1 },
            },
            message: { text: 'package-lock.json: express@4.17.0' },
          },
        ],
      })),
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { ROOTPATH: { uri: 'file:///src/' } },
    },
  ],
};

export const SARIF_OF_TOOLS = { CodeQL: codeql, 'Semgrep OSS': semgrep, ZAP: zap, Trivy: trivy };
