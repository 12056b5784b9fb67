// What npm's failures mean for the person at the terminal.
import { PlainError } from './progress.mjs';
import { lastLines } from './run-child.mjs';

const registry = (output) => /https?:\/\/[^\s/"']+/.exec(output)?.[0] ?? 'the package registry';

/** Pattern in npm's output → sentence and way out; the first that matches wins. */
const CAUSES = [
  {
    pattern: /ENOSPC|no space left/i,
    message: () => 'The disk is full.',
    hint: 'Free about 1.5 GB and start again.',
  },
  {
    pattern: /\b(EACCES|EPERM|EROFS)\b/,
    message: () => 'npm was not permitted to write its files.',
    hint: 'Run the command as the owner of this folder; the lines below name the file.',
  },
  {
    pattern: /\bE(401|403)\b/,
    message: (output) => `${registry(output)} refused to hand out packages.`,
    hint: 'Check the registry and its sign-in in your .npmrc (`npm config get registry`).',
  },
  {
    pattern: /CERT_|self.signed certificate|UNABLE_TO_(GET|VERIFY)/i,
    message: (output) => `The certificate of ${registry(output)} is not trusted by this machine.`,
    hint: 'Behind a company proxy, set `npm config set cafile /path/to/company-ca.pem` and start again.',
  },
  {
    pattern: /EINTEGRITY/,
    message: () => 'A package arrived with other contents than the ones that are pinned.',
    hint: 'Run `npm cache clean --force` and start again; if it stays, the registry serves altered packages.',
  },
  {
    pattern:
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/i,
    message: (output) => `${registry(output)} cannot be reached, so the packages cannot be installed.`,
    hint: 'Check the network or proxy (`npm config get registry`, `npm config get proxy`) and start again; what has arrived is kept.',
  },
  {
    pattern: /lock file.*(not in sync|can only install)|EUSAGE/i,
    message: () => 'package.json and package-lock.json do not belong together.',
    hint: 'Restore both from the same commit (`git checkout package.json package-lock.json`), or run `npm install`.',
  },
];

/** `result` is what `runChild` gave for npm. */
export function explainNpm({ output, missing }) {
  if (missing) {
    return new PlainError('npm was not found.', {
      hint: 'It comes with Node.js: install Node.js 20 or newer from https://nodejs.org and start again.',
    });
  }
  const cause = CAUSES.find(({ pattern }) => pattern.test(output));
  return new PlainError(cause ? cause.message(output) : 'npm could not install the packages.', {
    hint: cause?.hint ?? 'Its last lines follow.',
    // Lines about single requests say less than the error after them.
    details: lastLines(output.replace(/^npm http .*\n/gm, '') || output, 12),
  });
}
