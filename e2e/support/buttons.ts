import type { Page } from '@playwright/test';
import { expect } from './portal.ts';

/** Buttons that only change what is shown, by the beginning of their names. Every other one changes something. */
const LOOKS = [
  'Ask again',
  'Clear',
  'Columns',
  'Copy',
  'Deprecated',
  'Earlier lines',
  'Export',
  'Filter',
  'Fold',
  'Later lines',
  'More',
  'My teams',
  'Newer side',
  'Next finding',
  'Older side',
  'Options of',
  'Previous',
  'Remove filter',
  'Revision',
  'Select all',
  'Show',
  'Sort',
  'Unfold',
  'Without authentication',
];

/** Questions of a checklist, parts of a list, findings at lines of a text: they lead somewhere within the page. */
const LEADS = 'nav button, th button, summary, [id^="mark-"]';

/** Nothing on the page can be changed: each button that would is disabled, and says why. */
export async function expectNothingToChange(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  const buttons = page.locator('main button').filter({ visible: true });
  const changing: string[] = [];
  const mute: string[] = [];
  for (const button of await buttons.all()) {
    const name = (await button.innerText()).trim() || ((await button.getAttribute('aria-label')) ?? '');
    if (LOOKS.some((look) => name.startsWith(look))) continue;
    if (await button.evaluate((one, leads) => one.matches(leads), LEADS)) continue;
    if ((await button.getAttribute('aria-disabled')) !== 'true') changing.push(name);
    else if (!(await button.getAttribute('aria-describedby'))) mute.push(name);
  }
  expect(changing, 'can be pressed').toEqual([]);
  expect(mute, 'is disabled without a reason').toEqual([]);
  // Links to forms promise the same as buttons.
  await expect(
    page.getByRole('main').getByRole('link', { name: /^(?:Register|New|Add|Edit)\b/ }),
  ).toHaveCount(0);
}
