import { createRequire } from 'node:module';

/** One line of Spectral's answer: its rule and the place. */
export interface SpectralResult {
  rule: string;
  pointer: string;
}

interface Result {
  code: string | number;
  path: (string | number)[];
}
interface SpectralCore {
  Spectral: new (options: { resolver: unknown }) => {
    setRuleset: (ruleset: unknown) => void;
    run: (document: unknown) => Promise<Result[]>;
  };
  Document: new (text: string, parser: unknown, source: string) => unknown;
}

const require = createRequire(import.meta.url);
const refuse = { resolve: () => Promise.reject(new Error('nothing is fetched here')) };

function escape(segment: string | number): string {
  return String(segment).replaceAll('~', '~0').replaceAll('/', '~1');
}

/**
 * Runs Spectral with `@stoplight/spectral-owasp-ruleset` as its command line does: places are mapped back to where a
 * `$ref` leads. Remote references are refused, so a run needs no network. Throws where Spectral does.
 */
export async function lintWithSpectral(source: string, text: string): Promise<SpectralResult[]> {
  const { Spectral, Document }: SpectralCore = require('@stoplight/spectral-core');
  const { Resolver } = require('@stoplight/spectral-ref-resolver');
  const parsers = require('@stoplight/spectral-parsers');
  const ruleset = require('@stoplight/spectral-owasp-ruleset');
  const spectral = new Spectral({
    resolver: new Resolver({ resolvers: { http: refuse, https: refuse, file: refuse } }),
  });
  spectral.setRuleset(ruleset.default ?? ruleset);
  const parser = source.endsWith('.json') ? parsers.Json : parsers.Yaml;
  const results = await spectral.run(new Document(text, parser, source));
  return results
    .filter(({ code }) => String(code).startsWith('owasp:'))
    .map(({ code, path }) => ({
      rule: String(code),
      pointer: path.map((segment) => `/${escape(segment)}`).join(''),
    }));
}
