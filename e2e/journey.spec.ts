import type { Page } from '@playwright/test';
import { runGate } from './support/gate-client.ts';
import { expect, persona, test } from './support/portal.ts';
import { REAL, readReal, reworded, withNewOperation } from './support/real-description.ts';
import { makeApi, makeTeam } from './support/seed.ts';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Reason {
  code: string;
  message: string;
  unblockers: string[];
}
interface Promotion {
  attestation: { payloadType: string } | null;
  reasons?: Reason[];
  code?: string;
}

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-journey-'));

test('the main job, as a manager, a developer, an owner and an auditor', async ({
  open,
  as,
  withToken,
  address,
}) => {
  test.setTimeout(180_000);
  const admin = await as('admin');
  const developer = await as('developer');
  const team = await makeTeam(admin, { developer: 'manager', approver: 'approver' });
  const api = await makeApi(admin);
  const token = (await developer.must<{ token: string }>('POST', '/tokens', { name: `journey ${api.slug}` }))
    .token;
  const pipeline = await withToken(token);
  const promote = () => pipeline.post<Promotion>('/promotions', { api: api.slug, environment: 'production' });

  await test.step('a manager gives the unowned API to a team, and its manager accepts', async () => {
    const manager = await open('manager');
    await manager.goto(`/apis?ownership=unowned&q=${api.slug}`);
    await manager.getByRole('checkbox', { name: new RegExp(api.name) }).check();
    await manager.getByRole('button', { name: 'Offer to a team' }).click();
    const dialog = manager.getByRole('dialog');
    await dialog.getByRole('combobox').fill(team.name);
    await dialog.getByRole('option', { name: new RegExp(team.name) }).click();
    await dialog.getByRole('button', { name: 'Offer', exact: true }).click();
    await expect(dialog).toContainText('Offered');

    const receiving = await open('developer');
    await receiving.goto(`/apis/${api.slug}/ownership`);
    await receiving.getByRole('button', { name: 'Accept' }).click();
    await receiving.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
    await expect
      .poll(
        async () => (await developer.get<{ owner: { state: string } }>(`/apis/${api.slug}`)).body.owner.state,
      )
      .toBe('accepted');
  });

  const page = await open('developer');
  let review = '';
  await test.step('a developer uploads a real description and requests a review', async () => {
    await page.goto(`/apis/${api.slug}`);
    await page.getByRole('button', { name: 'Upload a description', exact: true }).click();
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles(REAL.file);
    await page.getByRole('dialog').getByRole('button', { name: 'Upload', exact: true }).click();
    await expect(page.getByText(`${REAL.operations} operations`).first()).toBeVisible();

    const refused = await promote();
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe('promotion.blocked');
    const reason = refused.body.reasons!.find((one) => one.code === 'review.none')!;
    expect(reason.unblockers.join()).toContain(persona('developer').email);
    await page.goto(`/apis/${api.slug}`);
    await expect(page.getByRole('region', { name: 'May it ship?' })).toContainText(reason.message);

    await page.getByRole('button', { name: 'Request review', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Start the checklist' }).click();
    await page.waitForURL(/\/reviews\//);
    review = new URL(page.url()).pathname;
    await answerEverything(page);
    await page.getByRole('button', { name: 'Submit for sign-off' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Submit for sign-off' }).click();
    await expect(page.getByRole('button', { name: /^Sign off/ })).toHaveAttribute('aria-disabled', 'true');
    const waiting = await promote();
    expect(waiting.body.reasons!.map((one) => one.code)).toContain('review.open');
    expect(waiting.body.reasons!.flatMap((one) => one.unblockers)).toContain(persona('approver').email);
  });

  await test.step('what the scan answered with no is covered by exceptions that security approves', async () => {
    const security = await as('security');
    const { items } = await developer.must<{ items: { key: string; answer: string }[] }>('GET', review);
    const expiresAt = new Date(Date.now() + 7 * 86_400_000).toISOString();
    for (const item of items.filter(({ answer }) => answer === 'no')) {
      const exception = await developer.must<{ id: string }>('POST', '/exceptions', {
        api: api.slug,
        target: { item: item.key },
        reason: 'Mended with the next release.',
        expiresAt,
      });
      expect((await developer.post(`/exceptions/${exception.id}/approve`)).status).toBe(403);
      await security.must('POST', `/exceptions/${exception.id}/approve`, {});
    }
  });

  await test.step('the owner signs off', async () => {
    const owner = await open('approver');
    await owner.goto('/reviews?waitingFor=me&sort=dueAt');
    await owner
      .getByRole('link', { name: new RegExp(api.name) })
      .first()
      .click();
    await owner.waitForURL(/\/reviews\/[0-9a-f-]+/);
    await owner.getByRole('button', { name: 'Sign off' }).click();
    await owner.getByRole('dialog').getByRole('button', { name: 'Sign off' }).click();
    await expect(owner.getByText('It is signed off.')).toBeVisible();
  });

  await test.step('promotion succeeds, in the interface and in a pipeline', async () => {
    const promoted = await promote();
    expect(promoted.status, JSON.stringify(promoted.body)).toBe(201);
    expect(promoted.body.attestation?.payloadType).toBe('application/vnd.in-toto+json');
    const check = await runGate(address, token, gateArgs(api.slug, readReal()));
    expect(check.exitCode, check.output + check.errors).toBe(0);
    expect((await runGate(address, token, gateArgs(api.slug, reworded()))).exitCode).toBe(0);
    await page.goto(`/apis/${api.slug}`);
    await expect(page.getByRole('region', { name: 'May it ship?' })).toContainText('May ship to Production');
  });

  await test.step('a material change blocks it again, by name', async () => {
    const check = await runGate(address, token, gateArgs(api.slug, withNewOperation()));
    expect(check.exitCode).toBe(1);
    expect(check.output).toContain('/v1/statements/{statementId}');
    await developer.must('POST', `/apis/${api.slug}/revisions`, withNewOperation());
    const blocked = await promote();
    expect(blocked.body.reasons!.map((one) => one.code)).toContain('signoff.material-change');
    await page.goto(`/apis/${api.slug}`);
    await expect(page.getByRole('region', { name: 'May it ship?' })).toContainText(
      '/v1/statements/{statementId}',
    );
  });

  await test.step('the auditor follows a red figure to the sign-off and its events, and can change nothing', async () => {
    const auditor = await open('auditor');
    await auditor.goto('/risk');
    await auditor.getByRole('link', { name: /Blocked from production/ }).click();
    await auditor.waitForURL(/\/apis\?/);
    await auditor.goto(
      `${new URL(auditor.url()).pathname}?${new URL(auditor.url()).searchParams}&q=${api.slug}`,
    );
    await auditor.getByRole('link', { name: api.name }).click();
    await auditor.waitForURL(new RegExp(`/apis/${api.slug}`));
    for (const name of ['Upload a description', 'Request review']) {
      await expect(auditor.getByRole('button', { name: new RegExp(`^${name}`) }).first()).toHaveAttribute(
        'aria-disabled',
        'true',
      );
    }
    await auditor.getByRole('link', { name: 'Review', exact: true }).first().click();
    await auditor.waitForURL(`**${review}*`);
    await expect(auditor.getByText('It is signed off.')).toBeVisible();
    await auditor.goto(`/audit?subject=${api.slug}`);
    await expect(auditor.getByText('api.promoted').first()).toBeVisible();
    const http = await as('auditor');
    expect((await http.send('PATCH', `/apis/${api.slug}`, { description: 'Changed' })).status).toBe(403);
    expect((await http.post(`/apis/${api.slug}/reviews`, { environment: 'production' })).status).toBe(403);
  });
});

/** With the keyboard alone: every open question is answered with yes, the page goes on to the next by itself. */
async function answerEverything(page: Page) {
  const answered = page.getByRole('navigation', { name: 'Checklist' });
  const open = answered.getByText(/^Open: /);
  for (let left = await open.count(); left > 0; left = await open.count()) {
    await page.keyboard.press('y');
    await expect(open).toHaveCount(left - 1);
  }
}

function gateArgs(api: string, description: string): string[] {
  const spec = join(folder, `${api}-${description.length}.json`);
  writeFileSync(spec, description);
  return ['--api', api, '--environment', 'production', '--spec', spec];
}
