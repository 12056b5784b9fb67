import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { PatchOperation } from '#lib/domain/scan/fix/draft.ts';
import { upload } from './support/api-steps.ts';
import { FAULTY, faultyText } from './support/faulty-description.ts';
import { expect, test } from './support/portal.ts';
import { makeApi, makeTeam } from './support/seed.ts';

// From a faulty description to what mends it: the finding, the piece of the text around it, the patch, the whole text.

const PLAIN_HTTP = 'A server is reached without TLS';
const LINE =
  faultyText()
    .split('\n')
    .findIndex((line) => line.includes('http://berths')) + 1;

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))])).toEqual([]);
}

async function faultyApi({ as, open }: Pick<Parameters<Parameters<typeof test>[2]>[0], 'as' | 'open'>) {
  const admin = await as('admin');
  const team = await makeTeam(admin, { developer: 'manager' });
  const api = await makeApi(admin);
  await admin.must('POST', `/apis/${api.slug}/ownership`, { team: team.slug });
  await (await as('developer')).must('POST', `/apis/${api.slug}/ownership/accept`, {});
  const page = await open('developer');
  await upload(page, api, faultyText());
  return { api, page };
}

test('a fault leads from its finding to its place in the text, and to what mends it', async ({
  open,
  as,
}) => {
  const { api, page } = await faultyApi({ open, as });

  await test.step('the findings say what a program can mend', async () => {
    await page.goto(`/apis/${api.slug}/findings`);
    const mend = page.getByRole('region', { name: 'Everything a program can mend' });
    await expect(mend).toContainText(/Score \d+, grade [A-F]becomes\d+, grade [A-F]/);
    await expect(mend.getByRole('link', { name: 'Download the patch' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('a finding shows the piece of the description it is about', async () => {
    await page.getByRole('link', { name: PLAIN_HTTP }).click();
    await expect(page.getByRole('heading', { name: PLAIN_HTTP })).toBeVisible();
    const places = page.getByRole('region', { name: 'Places in the description' });
    await expect(places).toContainText('/servers/0/url');
    await expect(places.locator(`#L${LINE}`)).toContainText('"url": "http://berths.example.com"');
    await expectAccessible(page);
  });

  await test.step('and the patch that mends it, to take along', async () => {
    const patch = page.getByRole('region', { name: 'Patch' });
    const steps = patch.getByRole('list', { name: 'Steps of the patch' }).getByRole('listitem');
    await expect(steps).toHaveText(['Replace/servers/0/urlas"https://berths.example.com"']);
    const coming = page.waitForEvent('download');
    await patch.getByRole('link', { name: 'Download the patch' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe(`${api.slug}-1.patch.json`);
    const saved = JSON.parse(await readFile(await download.path(), 'utf8')) as PatchOperation[];
    expect(saved).toEqual([{ op: 'replace', path: '/servers/0/url', value: 'https://berths.example.com' }]);
    expect(FAULTY.servers[0]?.url).toBe('http://berths.example.com');
  });

  await test.step('its line opens the whole text there, with why and how beside it', async () => {
    await page.getByRole('link', { name: `Line ${LINE}` }).click();
    await expect(page).toHaveURL(new RegExp(`/description/text\\?.*line=${LINE}`));
    const mark = page.locator(`#L${LINE}`).getByRole('button', { name: `High ${PLAIN_HTTP}` });
    await expect(mark).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('complementary', { name: 'Finding' })).toContainText('Why it matters');
    await expectAccessible(page);
  });

  await test.step('keys go from finding to finding, and the address remembers', async () => {
    const aside = page.getByRole('complementary', { name: 'Finding' });
    await page.keyboard.press('n');
    await expect(page).not.toHaveURL(new RegExp(`line=${LINE}(?:&|$)`));
    await expect(aside.getByRole('heading').first()).not.toHaveText(PLAIN_HTTP);
    const second = (await aside.getByRole('heading').first().textContent()) ?? '';
    await page.reload();
    await expect(aside.getByRole('heading').first()).toHaveText(second);
    await page.keyboard.press('p');
    await expect(aside.getByRole('heading').first()).toHaveText(PLAIN_HTTP);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { pressed: true })).toHaveCount(0);
  });

  await test.step('a pointer leads to its line', async () => {
    const search = page.getByRole('searchbox', { name: /^Find text/ });
    await search.fill('/components/securitySchemes/company');
    await search.press('Enter');
    const line =
      faultyText()
        .split('\n')
        .findLastIndex((text) => text.includes('"company"')) + 1;
    await expect(page).toHaveURL(new RegExp(`line=${line}(?:&|$)`));
    await search.fill('nobody wrote this');
    await search.press('Enter');
    await expect(page.getByText('It is nowhere in this text.')).toBeVisible();
  });
});

test('a finding with many causes says what each place lacks, and leads to its operations and decisions', async ({
  open,
  as,
}) => {
  const { api, page } = await faultyApi({ open, as });
  await page.goto(`/apis/${api.slug}/findings?rule=api4-no-limits`);
  await page.getByRole('link', { name: 'Nothing limits what callers send, and how often' }).click();
  const places = page.getByRole('region', { name: 'Places in the description' });
  await expect(places).toContainText('A string has no maximum length. Set maxLength');

  await test.step('in the whole text too', async () => {
    await places.getByText(/^\d+ more of them$/).click();
    const lacking = places.getByRole('listitem').filter({ hasText: 'A string has no maximum length' });
    await lacking
      .getByRole('link', { name: /^Line / })
      .first()
      .click();
    const aside = page.getByRole('complementary', { name: 'Finding' });
    await expect(aside.getByRole('list', { name: 'At this line' })).toContainText('Set maxLength');
    await page.goBack();
  });
  await page.getByRole('link', { name: 'Every decision' }).click();
  await expect(page).toHaveURL(/\/audit\?subject=[0-9a-f-]{36}/);
  await page.goBack();
  await page.getByRole('list', { name: 'Operations' }).getByRole('link', { name: 'POST /berths' }).click();
  await expect(page).toHaveURL(/q=POST/);
  await expect(page.getByRole('table', { name: 'Operations' })).toContainText('/berths');

  await test.step('and the score adds up', async () => {
    await page.goto(`/apis/${api.slug}/findings`);
    await expect(
      page.getByText(/Mean by consequence [\d.]+, worst [\d.]+ \(API\d+ \w+\): half-way/),
    ).toBeVisible();
    const categories = page.getByRole('list', { name: 'Points left in each category' });
    await categories.getByRole('link', { name: 'API4 Resources' }).click();
    await expect(page).toHaveURL(/owasp=API4/);
  });
});

test('a mended description shows what it mends', async ({ open, as }) => {
  const { api, page } = await faultyApi({ open, as });
  await page.goto(`/apis/${api.slug}/description/changes`);
  await expect(page.getByText('There is nothing to compare yet')).toBeVisible();

  await upload(page, api, faultyText().replace('http://berths', 'https://berths'));
  await page.getByRole('link', { name: 'See what changed' }).click();
  await expect(page.getByRole('heading', { name: 'From revision 1 to 2' })).toBeVisible();
  await expect(page).toHaveURL(/from=[^&]+&to=./);
  const gone = page.getByRole('region', { name: 'No longer found' });
  await expect(gone.getByRole('link', { name: PLAIN_HTTP })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Newly found' })).toContainText('Nothing is found');
  await expect(page.getByText(/Score \d+, grade [A-F]becomes\d+, grade [A-F]/)).toBeVisible();
  await expectAccessible(page);

  await test.step('with the place of a change in the text', async () => {
    await page.getByRole('link', { name: '/servers' }).first().click();
    await expect(page).toHaveURL(new RegExp(`/description/text\\?.*line=${LINE - 2}$`));
    await expect(page.locator(`#L${LINE}`)).toContainText('https://berths');
    await page.goBack();
  });

  await test.step('and the other way round after the sides are chosen anew', async () => {
    await page.getByRole('button', { name: 'Newer side: 2' }).click();
    await page.getByRole('menuitemradio', { name: /^1:/ }).click();
    await expect(page.getByRole('heading', { name: 'From revision 1 to 1' })).toBeVisible();
    await expect(gone.getByRole('link')).toHaveCount(0);
  });
});

test('an API without a description is not called faultless', async ({ open, as }) => {
  const api = await makeApi(await as('admin'));
  const page = await open('developer');
  await page.goto(`/apis/${api.slug}/findings`);
  await expect(page.getByText('There is no description to scan yet')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Severity' })).toHaveCount(0);
  await expectAccessible(page);
});

test('one word about many findings is told of each', async ({ open, as }) => {
  const { api, page } = await faultyApi({ open, as });
  await page.goto(`/apis/${api.slug}/findings?severity=high`);
  const choice = page.getByRole('checkbox', { name: /^Select / });
  await page.getByRole('checkbox', { name: `Select ${PLAIN_HTTP}` }).check();
  await expect(choice.first()).toBeVisible();

  await test.step('what only security may say is refused item by item', async () => {
    await page.getByRole('button', { name: 'Call it a false positive' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('Nothing reaches it from outside.');
    await dialog.getByRole('button', { name: 'Call it a false positive' }).click();
    await expect(dialog.getByRole('listitem').filter({ hasText: PLAIN_HTTP })).toContainText('Refused');
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  });

  await test.step('what the team may say happens', async () => {
    await page.getByRole('checkbox', { name: `Select ${PLAIN_HTTP}` }).check();
    await page.getByRole('button', { name: 'Acknowledge' }).click();
    const dialog = page.getByRole('dialog', { name: 'Acknowledge: 1 finding' });
    await expect(dialog.getByRole('button', { name: 'Acknowledge' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await dialog.getByLabel('Reason').fill('Mended with the next release.');
    await dialog.getByRole('button', { name: 'Acknowledge' }).click();
    await expect(page.getByRole('list', { name: 'Findings' })).toContainText('Acknowledged');
    await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().click();
    await expect(page.getByRole('row').filter({ hasText: PLAIN_HTTP })).toContainText('Acknowledged');
  });
});
