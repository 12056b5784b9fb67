import { verifyAttestation } from '#lib/server/gate/verify-attestation.ts';
import type { RunCommand } from '../cli/command.ts';
import { readTextFile } from '../cli/read-text-file.ts';

/** Neither database nor network: an auditor can run it anywhere. */
export const run: RunCommand = async ({ positionals, options, resolveFile }) => {
  const document = parse(readTextFile(resolveFile(positionals['ATTESTATION.json']!)));
  const keys = parse(readTextFile(resolveFile(options.keys!)));
  const report = verifyAttestation(document, keys, new Date());
  return { text: report.sentences.join('\n'), json: report, isRefused: !report.ok };
};

/** What is no JSON is no attestation, which is for the report to say. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
