// A Chromium for the browser tests: the system's, else Playwright's own.
import { existsSync } from 'node:fs';
import { PlainError } from './progress.mjs';
import { lastLines, runChild, runPinned } from './run-child.mjs';
import { modulePath } from './tools.mjs';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];

export const systemChromium = () => SYSTEM.find((path) => existsSync(path));

export async function ensureBrowser(progress) {
  if (systemChromium() || (await hasOwn())) return;
  const outputs = [];
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await progress.step('Installing Chromium from the system’s packages', async () => {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      outputs.push((await runChild('apt-get', ['update'], { env })).output);
      outputs.push(
        (await runChild('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env })).output,
      );
    });
    if (systemChromium()) return;
  }
  await progress.step('Installing Chromium for Playwright', async () => {
    outputs.push((await runPinned([modulePath('@playwright/test', 'cli.js'), 'install', 'chromium'])).output);
  });
  if (await hasOwn()) return;
  throw new PlainError('There is no browser for the browser tests, and none could be installed.', {
    hint: 'Install one (`sudo apt-get install chromium`, or `npx playwright install --with-deps chromium`) and run `npm test` again.',
    details: lastLines(outputs.join('\n'), 10),
  });
}

async function hasOwn() {
  const script = "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))";
  const { code, stdout } = await runPinned(['-e', script]);
  return code === 0 && existsSync(stdout.trim());
}
