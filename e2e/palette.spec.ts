import type { Page } from '@playwright/test';
import { expect, test } from './support/portal.ts';
import { makeApi } from './support/seed.ts';

// Everything that has a name is reached by typing it, and the keyboard alone suffices.

/** The page says which keys it listens to once it does. */
async function listens(page: Page) {
  await expect(page.getByRole('button', { name: 'Search or go to' })).toHaveAttribute(
    'aria-keyshortcuts',
    'Control+K',
  );
}

test('an API is found and opened from any page without the pointer', async ({ open, as }) => {
  const api = await makeApi(await as('admin'));
  const page = await open('developer');
  await page.goto('/teams');
  await listens(page);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Search or go to' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(api.name);
  await expect(palette.getByRole('option', { name: api.name })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/apis/${api.slug}$`));
  await expect(page.getByRole('heading', { name: api.name, level: 1 })).toBeVisible();
  await expect(palette).toBeHidden();
});

test('a page is gone to by its name, and Escape leaves everything as it was', async ({ open }) => {
  const page = await open('auditor');
  await page.goto('/apis');
  await listens(page);
  const box = page.getByRole('searchbox', { name: 'Search APIs' });
  await box.focus();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Search or go to' });
  await page.keyboard.type('risk');
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await expect(page).toHaveURL(/\/apis$/);
  await expect(box).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(palette.getByRole('combobox')).toHaveValue('');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('risk');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/risk$/);
});

test('Enter before the answer opens nothing that was found for other words', async ({ open, as }) => {
  const admin = await as('admin');
  const [first, second] = [await makeApi(admin), await makeApi(admin)];
  const page = await open('developer');
  await page.goto('/teams');
  await listens(page);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Search or go to' });
  const input = palette.getByRole('combobox');
  await input.fill(first.name);
  await expect(palette.getByRole('option', { name: first.name })).toBeVisible();
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route(/\/api\/v1\/apis\?/, async (route) => {
    await held;
    await route.continue();
  });
  await input.fill(second.name);
  await input.press('Enter');
  await expect(palette).toBeVisible();
  await expect(page).toHaveURL(/\/teams$/);
  release();
  await expect(palette.getByRole('option', { name: second.name })).toHaveAttribute('aria-selected', 'true');
  await input.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/apis/${second.slug}$`));
});

test('what is typed while the palette is on its way reaches it, and Escape calls it off', async ({
  open,
}) => {
  const page = await open('auditor');
  await page.goto('/apis');
  await listens(page);
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  const box = page.getByRole('searchbox', { name: 'Search APIs' });
  const palette = page.getByRole('dialog', { name: 'Search or go to' });
  await box.focus();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('aud');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('ris');
  await expect(palette).toBeHidden();
  release();
  await expect(palette.getByRole('combobox')).toHaveValue('ris');
  await expect(box).toHaveValue('');
  await page.keyboard.type('k');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/risk$/);
});
