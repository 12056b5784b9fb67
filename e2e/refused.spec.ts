import type { Page } from '@playwright/test';
import type { Page as List } from '#lib/domain/page.ts';
import type { ReviewRowDto } from '#lib/domain/review/dto.ts';
import { expectNothingToChange } from './support/buttons.ts';
import { PAGES, findExamples } from './support/pages.ts';
import { expect, persona, test } from './support/portal.ts';
import { makeApi, makeTeam } from './support/seed.ts';

// What somebody may not do: the button is there, says why, and does nothing; the way in is through sign-in.

async function expectRefused(page: Page, name: string, reason: RegExp) {
  const button = page.getByRole('main').getByRole('button', { name, exact: true });
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(button).toHaveAccessibleDescription(reason);
  await button.click({ force: true });
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('a member changes nothing of an API of others', async ({ open, as }) => {
  const admin = await as('admin');
  const team = await makeTeam(admin, { approver: 'manager' });
  const { slug } = await makeApi(admin);
  await (await as('manager')).must('POST', `/apis/${slug}/ownership`, { team: team.slug });
  await (await as('approver')).must('POST', `/apis/${slug}/ownership/accept`, {});
  const page = await open('developer');
  await page.goto(`/apis/${slug}`);
  await expectRefused(page, 'Upload a description', /Only the owning team/);
  await expectRefused(page, 'Request review', /Only the owning team/);
  await page.getByRole('button', { name: 'More' }).click();
  const edit = page.getByRole('menuitem', { name: /^Edit/ });
  await expect(edit).toHaveAttribute('aria-disabled', 'true');
  await expect(edit).toContainText('Only the owning team');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Ownership' }).click();
  await expectRefused(page, 'Hand over', /Only a manager of the owning team/);
  await expectRefused(page, 'Confirm ownership', /Only a manager of the owning team/);
});

test('a member does not sign for others', async ({ open, as }) => {
  const http = await as('developer');
  const { items } = await http.must<List<ReviewRowDto>>('GET', '/reviews?state=open&sort=dueAt');
  const mine = new Set(
    (await http.must<{ teams: { slug: string }[] }>('GET', '/me')).teams.map(({ slug }) => slug),
  );
  const foreign = items.find(({ team, void: overtaken }) => team && !mine.has(team) && !overtaken);
  const page = await open('developer');
  await page.goto(`/reviews/${foreign?.id}`);
  for (const name of ['Sign off', 'Request changes', 'Reject']) await expectRefused(page, name, /\w+.*\./);
  for (const name of [/^Yes/, /^No\b/, /^Not applicable/])
    await expect(page.getByRole('group', { name: 'Answer' }).getByRole('button', { name })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  await page.keyboard.press('y');
  await page.keyboard.press('n');
  const after = await http.must<ReviewRowDto>('GET', `/reviews/${foreign?.id}`);
  expect(after.answered).toBe(foreign?.answered);
});

test('settings are for those who look after them', async ({ open }) => {
  const page = await open('developer');
  await page.goto('/settings/environments');
  await expectRefused(page, 'Add an environment', /Only administrators/);
  await page.goto('/settings/people');
  await expectRefused(page, 'Add a person', /Only administrators/);
});

test('an auditor finds nothing to change on any page', async ({ open, as }) => {
  test.setTimeout(120_000);
  const examples = await findExamples(await as('admin'));
  const page = await open('auditor');
  for (const [route, addressOf] of Object.entries(PAGES)) {
    // An auditor's own tokens are theirs to make.
    if (route === '/settings/tokens') continue;
    await test.step(route, async () => {
      await page.goto(addressOf(examples));
      await expectNothingToChange(page);
    });
  }
  await page.goto(PAGES['/apis/[slug]/edit']!(examples));
  await expect(page.getByText('You may not edit this API')).toBeVisible();
});

test('who is not signed in is sent to sign in and comes back', async ({ open }) => {
  const page = await open(null);
  const wanted = '/apis?tier=critical&sort=-risk';
  await page.goto(wanted);
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await page.getByRole('button', { name: persona('auditor').name }).click();
  await expect(page.getByRole('heading', { name: 'APIs', exact: true })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${wanted.replace('?', '\\?')}$`));
  await expect(page.getByRole('button', { name: /Auditor/ })).toBeVisible();
});

test('a way back leads nowhere else', async ({ open, address }) => {
  const page = await open(null);
  await page.goto('/sign-in?callbackUrl=https://example.com/');
  await page.getByRole('button', { name: persona('auditor').name }).click();
  await expect(page.getByRole('heading', { name: 'My work', exact: true })).toBeVisible();
  expect(new URL(page.url()).origin).toBe(address);
});

test('a session that ends in one tab ends in all', async ({ open }) => {
  const first = await open(null);
  await first.goto('/sign-in');
  await first.getByRole('button', { name: persona('security').name }).click();
  await expect(first.getByRole('heading', { name: 'My work', exact: true })).toBeVisible();
  const second = await first.context().newPage();
  await second.goto('/apis');
  await expect(second.getByRole('heading', { name: 'APIs', exact: true })).toBeVisible();
  const cookies = await first.context().cookies();
  await first.getByRole('button', { name: /Security reviewer/ }).click();
  await first.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(first).toHaveURL(/\/sign-in$/);
  await second.goto('/reviews');
  await expect(second).toHaveURL(/\/sign-in\?callbackUrl=%2Freviews$/);
  // Not by forgetting the cookie alone: the session itself is over.
  await second.context().addCookies(cookies);
  await second.goto('/reviews');
  await expect(second).toHaveURL(/\/sign-in\?callbackUrl=%2Freviews$/);
});

test('a tab whose session ended says so at its next request', async ({ open, watch }) => {
  watch.expectStatus(401);
  const first = await open(null);
  await first.goto('/sign-in');
  await first.getByRole('button', { name: persona('security').name }).click();
  await expect(first.getByRole('heading', { name: 'My work', exact: true })).toBeVisible();
  await first.goto('/apis');
  const second = await first.context().newPage();
  await second.goto('/');
  await second.getByRole('button', { name: /Security reviewer/ }).click();
  await second.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(second).toHaveURL(/\/sign-in$/);
  await first.getByRole('searchbox', { name: 'Search APIs' }).fill('payments');
  await expect(first).toHaveURL(/\/sign-in/);
});

for (const address of [
  '/no/such/page',
  '/apis/no-such-api',
  '/reviews/no-such-review',
  '/teams/no-such-team',
]) {
  test(`${address} shows that there is nothing`, async ({ open, watch }) => {
    watch.expectStatus(404);
    const page = await open('developer');
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(404);
    await expect(page.getByText('There is nothing at this address')).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'My work' }).click();
    await expect(page.getByRole('heading', { name: 'My work', exact: true })).toBeVisible();
  });
}
