import type { Page } from '@playwright/test';
import type { ApiRowDto } from '#lib/domain/apis/dto.ts';
import type { Page as List } from '#lib/domain/page.ts';
import type { ReviewDto, ReviewRowDto } from '#lib/domain/review/dto.ts';
import { small } from './support/real-description.ts';
import { expect, test } from './support/portal.ts';
import type { Who } from './support/portal.ts';
import { answerAll, makeApi, makeTeam } from './support/seed.ts';

// What each of the personas finds first, and that it is theirs.

const WAITING = 'Waits for my signature';
const RED = 'Ours and blocked from production';
const REQUESTS = 'What I asked for';
const OF_A_TEAM = [WAITING, 'Offered to my teams', RED, 'Runs out within 30 days', REQUESTS];
const FIGURES = 'In figures';

const WORK: Record<Who, { panels: readonly string[]; hasFigures: boolean }> = {
  manager: { panels: OF_A_TEAM, hasFigures: false },
  developer: { panels: OF_A_TEAM, hasFigures: false },
  approver: { panels: OF_A_TEAM, hasFigures: false },
  security: { panels: [WAITING, REQUESTS], hasFigures: true },
  auditor: { panels: [], hasFigures: true },
  admin: { panels: [REQUESTS], hasFigures: true },
};

const panelsOf = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 });

for (const [who, { panels, hasFigures }] of Object.entries(WORK) as [Who, (typeof WORK)[Who]][]) {
  test(`the ${who} finds their own work`, async ({ open }) => {
    const page = await open(who);
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'My work', level: 1 })).toBeVisible();
    await expect(panelsOf(page)).toHaveText([...panels]);
    await expect(page.getByLabel(FIGURES)).toHaveCount(hasFigures ? 1 : 0);
  });
}

test('a manager answers for the teams below', async ({ open, as }) => {
  const { items, total } = await (
    await as('manager')
  ).must<List<ApiRowDto>>('GET', '/apis?owner=me&gate=awaiting&gate=prevented&sort=-risk&limit=8');
  const { teams } = await (await as('manager')).must<{ teams: { slug: string }[] }>('GET', '/me');
  const own = new Set(teams.map(({ slug }) => slug));
  const below = items.find(({ owner }) => owner.team !== null && !own.has(owner.team));
  expect(below, `one of ${total} is of a team below`).toBeDefined();
  const page = await open('manager');
  await page.goto('/');
  const red = page.getByRole('region', { name: RED });
  await expect(red.getByRole('link', { name: below?.name, exact: true }).first()).toBeVisible();
});

test('what waits is counted beside Reviews, for those who sign alone', async ({ open, as }) => {
  const admin = await as('admin');
  const team = await makeTeam(admin, { developer: 'manager', approver: 'approver' });
  const { slug, name } = await makeApi(admin);
  const developer = await as('developer');
  await (await as('manager')).must('POST', `/apis/${slug}/ownership`, { team: team.slug });
  await developer.must('POST', `/apis/${slug}/ownership/accept`, {});
  await developer.must('POST', `/apis/${slug}/revisions`, small());
  const review = await developer.must<ReviewDto>('POST', `/apis/${slug}/reviews`, {
    environment: 'production',
  });
  await answerAll(developer, review);

  const page = await open('approver');
  const approver = await as('approver');
  const link = page.getByRole('navigation', { name: 'Portal' }).getByRole('link', { name: /^Reviews/ });
  // Others sign and submit at the same time, so that the figure may move in between.
  await expect(async () => {
    await page.goto('/apis');
    const { total } = await approver.must<List<ReviewRowDto>>('GET', '/reviews?waitingFor=me&limit=1');
    expect(total).toBeGreaterThan(0);
    await expect(link).toHaveAccessibleName(`Reviews ${total} waiting for you`, { timeout: 2000 });
  }).toPass({ timeout: 30_000 });
  await page.goto('/reviews?waitingFor=me&sort=-createdAt');
  await expect(page.getByRole('link', { name: new RegExp(`^${name}`) })).toBeVisible();

  const auditor = await open('auditor');
  await auditor.goto('/apis');
  await auditor.waitForLoadState('networkidle');
  await expect(
    auditor.getByRole('navigation', { name: 'Portal' }).getByRole('link', { name: /^Reviews/ }),
  ).toHaveAccessibleName('Reviews');
});
