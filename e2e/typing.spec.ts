import type { ReviewDto } from '#lib/domain/review/dto.ts';
import { small } from './support/real-description.ts';
import { expect, persona, test } from './support/portal.ts';
import { makeApi, makeTeam, random } from './support/seed.ts';

// What somebody types is what counts: nothing of it is lost, and nothing else is taken for it.

test('the log is filtered by who and about what at once', async ({ open }) => {
  const page = await open('auditor');
  const { email } = persona('manager');
  await page.goto('/audit');
  const who = page.getByRole('textbox', { name: 'Who' });
  const about = page.getByRole('textbox', { name: 'About' });
  await who.fill(email);
  await about.fill('payouts');
  await about.press('Enter');
  await expect(page).toHaveURL((url) => url.searchParams.get('subject') === 'payouts');
  expect(new URL(page.url()).searchParams.get('actor')).toBe(email);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(who).toHaveValue('');
  await expect(about).toHaveValue('');
  await page.goBack();
  await expect(who).toHaveValue(email);
  await expect(about).toHaveValue('payouts');
});

test('a picker takes what was found for the text in it, and Enter never sends the form', async ({
  open,
  as,
}) => {
  const admin = await as('admin');
  const [first, second] = [await makeTeam(admin, {}), await makeTeam(admin, {})];
  const page = await open('admin');
  await page.goto('/teams');
  await page.getByRole('button', { name: 'New team' }).click();
  const dialog = page.getByRole('dialog', { name: 'New team' });
  const name = `Quay ${random()}`;
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  const below = dialog.getByRole('combobox', { name: 'Below' });
  await below.fill(first.name);
  await expect(dialog.getByRole('option', { name: first.name })).toBeVisible();
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route(/\/api\/v1\/teams\?/, async (route) => {
    await held;
    await route.continue();
  });
  await below.fill(second.name);
  await below.press('Enter');
  await expect(below).toHaveValue(second.name);
  await expect(below).toHaveAttribute('aria-expanded', 'true');
  release();
  await expect(dialog.getByRole('option', { name: second.name })).toBeVisible();
  await below.press('Enter');
  await expect(below).toHaveValue(second.name);
  await expect(below).toHaveAttribute('aria-expanded', 'false');
  await below.fill(`nobody-${random()}`);
  await expect(dialog.getByText('Nothing matches')).toBeVisible();
  await below.press('Enter');
  await expect(dialog).toBeVisible();
});

test('evidence can be taken away again', async ({ open, as }) => {
  const admin = await as('admin');
  const team = await makeTeam(admin, { developer: 'manager' });
  const { slug } = await makeApi(admin);
  const http = await as('developer');
  await (await as('manager')).must('POST', `/apis/${slug}/ownership`, { team: team.slug });
  await http.must('POST', `/apis/${slug}/ownership/accept`, {});
  await http.must('POST', `/apis/${slug}/revisions`, small());
  const { id, items } = await http.must<ReviewDto>('POST', `/apis/${slug}/reviews`, {
    environment: 'production',
  });
  const key = items.find(({ answer }) => answer === null)?.key;
  const kept = async () => {
    const review = await http.must<ReviewDto>('GET', `/reviews/${id}`);
    return review.items.find((item) => item.key === key);
  };
  const page = await open('developer');
  await page.goto(`/reviews/${id}?item=${key}`);
  const evidence = page.getByLabel('Evidence');
  const yes = page.getByRole('group', { name: 'Answer' }).getByRole('button', { name: /^Yes/ });
  await evidence.fill('Shown by the tests.');
  await yes.click();
  await expect(yes).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(kept).toMatchObject({ answer: 'yes', evidence: 'Shown by the tests.' });
  await evidence.fill('');
  await yes.click();
  await expect.poll(kept).toMatchObject({ answer: 'yes', evidence: null });
  await page.reload();
  await expect(evidence).toHaveValue('');
});

test('a token is copied where the browser offers no clipboard', async ({ open }) => {
  const page = await open('developer');
  // As on an intranet address without TLS.
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.goto('/settings/tokens');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill(`laptop ${random()}`);
  await dialog.getByRole('button', { name: 'Make the token' }).click();
  const token = await dialog.locator('code').innerText();
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toBeHidden();
  await page.keyboard.press('Control+k');
  const box = page.getByRole('dialog', { name: 'Search or go to' }).getByRole('combobox');
  await expect(box).toBeFocused();
  await page.keyboard.press('Control+v');
  await expect(box).toHaveValue(token);
});
