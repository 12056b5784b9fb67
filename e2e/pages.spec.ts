import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { ApiRowDto } from '#lib/domain/apis/dto.ts';
import type { Page as List } from '#lib/domain/page.ts';
import { expect, test } from './support/portal.ts';
import type { Who } from './support/portal.ts';
import { PAGES, findExamples, portalRoutes } from './support/pages.ts';
import type { Examples } from './support/pages.ts';

// Every page, looked at in both themes and on three widths: nothing in the console, nothing refused by the content
// policy, nothing wider than the window, nothing that keeps somebody out. What was seen is kept as pictures.

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const NARROW = { width: 320, height: 640 };

const nameOf = (route: string) =>
  route.replaceAll(/[[\]]/g, '').replaceAll('/', '-').replace(/^-/, '') || 'my-work';

const shoot = (page: Page, name: string, theme: string, { width }: { width: number }) =>
  page.screenshot({ path: `test-results/screens/${name}-${theme}-${width}.png`, fullPage: true });

/** Loaded, hydrated, and nothing left that stands in for something else. */
async function settle(page: Page) {
  await page.waitForLoadState('networkidle');
  await expect(page.locator('[data-skeleton]')).toHaveCount(0);
}

const tooWide = (page: Page) =>
  page.evaluate(() => {
    const room = window.innerWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.querySelectorAll('main *')]
      .filter((one) => one.getBoundingClientRect().right > room + 1)
      .slice(0, 5)
      .map((one) => one.outerHTML.slice(0, 160));
  });

async function expectFits(page: Page) {
  expect(await tooWide(page), `at ${page.viewportSize()?.width} px`).toEqual([]);
}

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map((node) => node.html.slice(0, 120))
          .slice(0, 3)
          .join(' · ')}`,
    );
  expect(grave).toEqual([]);
}

type Open = (who: Who | null, options: { theme: 'light' | 'dark'; viewport: typeof WIDE }) => Promise<Page>;

async function inspect(open: Open, who: Who | null, address: string, name: string, theme: 'light' | 'dark') {
  const page = await open(who, { theme, viewport: WIDE });
  await page.goto(address);
  await settle(page);
  await expect(page.getByRole('main')).toBeVisible();
  await expectFits(page);
  await shoot(page, name, theme, WIDE);
  await expectAccessible(page);
  for (const narrow of [PHONE, NARROW]) {
    await page.setViewportSize(narrow);
    await settle(page);
    await expectFits(page);
    if (narrow !== PHONE) continue;
    await shoot(page, name, theme, narrow);
    await expectAccessible(page);
  }
}

test('every page of the portal is looked at, and no other', () => {
  expect(Object.keys(PAGES).toSorted()).toEqual(portalRoutes());
});

test('the reference of the interface shows every operation, with nothing from anywhere else', async ({
  open,
  address,
}) => {
  const page = await open(null);
  const asked = new Set<string>();
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^https?:$/.test(protocol)) asked.add(origin);
  });
  await page.goto('/api/reference');
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('heading', { name: 'Gatehouse' })).toBeVisible();
  await expect(page.getByText('Register an API').first()).toBeAttached();
  expect([...asked]).toEqual([address]);
});

let examples: Promise<Examples> | undefined;

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    for (const [route, addressOf] of Object.entries(PAGES)) {
      test(route, async ({ open, as }) => {
        examples ??= findExamples(await as('admin'));
        await inspect(open, 'admin', addressOf(await examples), nameOf(route), theme);
      });
    }

    for (const viewport of [WIDE, PHONE]) {
      test(`a menu, a dialog and the palette at ${viewport.width} px`, async ({ open, as }) => {
        const developer = await as('developer');
        const { items } = await developer.must<List<ApiRowDto>>('GET', '/apis?owner=me&lifecycle=production');
        const page = await open('developer', { theme, viewport });
        await page.goto(`/apis/${items[0]?.slug}`);
        await settle(page);
        await page.getByRole('button', { name: 'More', exact: true }).click();
        await expect(page.getByRole('menuitem', { name: /^Edit/ })).toBeVisible();
        await expectAccessible(page);
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Upload a description' }).click();
        await expect(page.getByRole('dialog', { name: /^Upload a description/ })).toBeVisible();
        await expectAccessible(page);
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+k');
        await expect(
          page.getByRole('dialog', { name: 'Search or go to' }).getByRole('option').first(),
        ).toBeVisible();
        await expectAccessible(page);
      });
    }

    test('the navigation of a phone', async ({ open }) => {
      const page = await open('admin', { theme, viewport: PHONE });
      await page.goto('/apis');
      await settle(page);
      await page.getByRole('button', { name: 'Navigation' }).click();
      await expect(page.getByRole('dialog', { name: 'Navigation' })).toBeVisible();
      await expectAccessible(page);
    });

    test('sign-in', async ({ open }) => {
      await inspect(open, null, '/sign-in', 'sign-in', theme);
    });

    test('a wrong address', async ({ open, watch }) => {
      watch.expectStatus(404);
      await inspect(open, 'admin', '/apis/no-such-api', 'not-found', theme);
    });
  });
}
