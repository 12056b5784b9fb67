import type { Page } from '@playwright/test';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import { ChecklistKeys } from './checklist-keys.ts';
import { expect } from './portal.ts';

/** Searched for, so that the list shows nothing else, and selected. */
export async function chooseInList(page: Page, api: ApiDto): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search APIs' }).fill(api.slug);
  await expect(page).toHaveURL(new RegExp(`q=${api.slug}`));
  await expect(page.getByText('The only one')).toBeVisible();
  await page.getByRole('checkbox', { name: `Select ${api.name}` }).check();
}

/** Through the dialog, as a file. */
export async function upload(page: Page, api: ApiDto, text: string): Promise<void> {
  await page.goto(`/apis/${api.slug}`);
  await page.getByRole('button', { name: 'Upload a description' }).click();
  const dialog = page.getByRole('dialog', { name: `Upload a description of ${api.name}` });
  await dialog
    .getByLabel('Description', { exact: true })
    .setInputFiles({ name: 'openapi.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await dialog.getByRole('button', { name: 'Upload', exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Every question by keys alone: one no that stays, one that does not apply, yes to all others. */
export async function answerByKeys(page: Page): Promise<void> {
  const keys = new ChecklistKeys(page);
  const fromScan = await keys.inState('No');
  const [first = 0, ...open] = await keys.inState('Open');
  const last = open.pop() ?? first;
  await keys.goTo(first);
  await keys.answer('n', 'No');
  for (const index of [...fromScan, ...open]) {
    await keys.goTo(index);
    await keys.answer('y', 'Yes');
  }
  await keys.goTo(last);
  await page.keyboard.press('a');
  const hint = page.getByText('Say in the evidence why it does not apply', { exact: true });
  await expect(hint.filter({ visible: true }).first()).toBeVisible();
  await page.getByLabel('Evidence').focus();
  await page.keyboard.type('Retired versions answer 410 at the edge; there is nothing else to list.');
  await page.keyboard.press('Tab');
  await keys.answer('a', 'Not applicable');
  expect(await keys.inState('Open')).toEqual([]);
  expect(await keys.inState('No')).toEqual([first]);
}
