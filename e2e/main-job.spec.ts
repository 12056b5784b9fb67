import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Page, TestInfo } from '@playwright/test';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import type { Page as List } from '#lib/domain/page.ts';
import type { RevisionDto } from '#lib/domain/revisions/dto.ts';
import type { PromotionDto, ReasonDto } from '#lib/domain/gate/dto.ts';
import { expectNothingToChange } from './support/buttons.ts';
import { ChecklistKeys } from './support/checklist-keys.ts';
import { runGate } from './support/gate-client.ts';
import type { Answered, Http, ProblemBody } from './support/http.ts';
import { persona, test, expect } from './support/portal.ts';
import { REAL, readReal, reworded, withNewOperation } from './support/real-description.ts';
import { makeApi, makeTeam, pipelineToken } from './support/seed.ts';

// The main job as the people of a company do it, each in a browser of their own: nothing ships until an owner signed.

type Blocked = ProblemBody & { reasons: ReasonDto[] };

const promote = (http: Http, api: string): Promise<Answered<PromotionDto & Blocked>> =>
  http.post('/promotions', { api, environment: 'production' });

const verdictOf = (page: Page) => page.getByRole('region', { name: 'May it ship?' });

/** The gate answers 409 for exactly these reasons, and the page of the API says the same with the same names. */
async function expectBlocked(
  page: Page,
  http: Http,
  api: ApiDto,
  codes: readonly string[],
): Promise<ReasonDto[]> {
  const { status, body } = await promote(http, api.slug);
  expect(status).toBe(409);
  expect(body.code).toBe('promotion.blocked');
  expect(body.reasons.map(({ code }) => code)).toEqual(codes);
  await page.goto(`/apis/${api.slug}`);
  const verdict = verdictOf(page);
  for (const { message, code, unblockers } of body.reasons) {
    await expect(verdict).toContainText(message);
    await expect(verdict).toContainText(code);
    for (const email of unblockers) await expect(verdict).toContainText(email);
  }
  return body.reasons;
}

/** Searched for, so that the list shows nothing else, and selected. */
async function chooseInList(page: Page, api: ApiDto) {
  await page.getByRole('searchbox', { name: 'Search APIs' }).fill(api.slug);
  await expect(page).toHaveURL(new RegExp(`q=${api.slug}`));
  await expect(page.getByText('The only one')).toBeVisible();
  await page.getByRole('checkbox', { name: `Select ${api.name}` }).check();
}

async function upload(page: Page, api: ApiDto, text: string) {
  await page.goto(`/apis/${api.slug}`);
  await page.getByRole('button', { name: 'Upload a description' }).click();
  const dialog = page.getByRole('dialog', { name: `Upload a description of ${api.name}` });
  await dialog
    .getByLabel('Description', { exact: true })
    .setInputFiles({ name: 'openapi.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await dialog.getByRole('button', { name: 'Upload', exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Every question by keys alone: yes to most, one no that is taken back, one that does not apply. */
async function answerByKeys(page: Page) {
  const keys = new ChecklistKeys(page);
  const [first = 0] = await keys.inState('Open');
  await keys.goTo(first);
  await keys.answer('n', 'No');
  const open = await keys.inState('Open');
  const last = open.at(-1) ?? 0;
  for (const index of [...(await keys.inState('No')), ...open.slice(0, -1)]) {
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
}

/** The attestation as somebody checks it who has nothing but two files: no database, no network. */
async function verifyOffline(info: TestInfo, address: string, attestation: unknown) {
  const keys = await (await fetch(`${address}/.well-known/gatehouse/keys.json`)).text();
  const files = { attestation: info.outputPath('attestation.json'), keys: info.outputPath('keys.json') };
  writeFileSync(files.attestation, JSON.stringify(attestation));
  writeFileSync(files.keys, keys);
  const report = execFileSync(
    process.execPath,
    ['bin/gatehouse.mjs', 'verify', files.attestation, '--keys', files.keys, '--json'],
    {
      encoding: 'utf8',
      env: { NODE_ENV: 'production', PATH: process.env.PATH, DATABASE_URL: 'postgres://nowhere' },
    },
  );
  expect(JSON.parse(report)).toMatchObject({ ok: true });
}

test('an API goes from nobody to production, and back when it changes', async ({
  open,
  as,
  address,
}, info) => {
  test.setTimeout(120_000);
  const admin = await as('admin');
  const team = await makeTeam(admin, { developer: 'manager', approver: 'approver' });
  const api = await makeApi(admin);
  const token = pipelineToken();
  const gate = () => runGate(address, token, ['--api', api.slug, '--environment', 'production']);
  const developer = await open('developer');
  const developerHttp = await as('developer');
  const { email: approverEmail, name: approverName } = persona('approver');

  await test.step('a manager offers the unowned API to a team', async () => {
    const page = await open('manager');
    await page.goto('/apis');
    await page
      .getByRole('navigation', { name: 'Saved views' })
      .getByRole('link', { name: 'Unowned' })
      .click();
    await chooseInList(page, api);
    await page.getByRole('button', { name: 'Offer to a team' }).click();
    const dialog = page.getByRole('dialog', { name: 'Offer 1 API to a team' });
    await dialog.getByRole('combobox', { name: 'Team' }).fill(team.name);
    await dialog.getByRole('option', { name: team.name }).click();
    await dialog.getByRole('button', { name: 'Offer', exact: true }).click();
    const report = page.getByRole('list', { name: `Offers to ${team.name}` });
    await expect(report.getByRole('listitem')).toHaveText(`${api.slug}Offered`);
  });

  await test.step('until the team accepts, its manager is named', async () => {
    const reasons = await expectBlocked(developer, admin, api, [
      'revision.none',
      'owner.offered',
      'review.none',
    ]);
    expect(reasons.find(({ code }) => code === 'owner.offered')?.unblockers).toEqual([
      persona('developer').email,
    ]);
  });

  await test.step('the team accepts', async () => {
    await developer.goto('/');
    const offers = developer.getByRole('region', { name: 'Offered to my teams' });
    await offers
      .getByRole('listitem')
      .filter({ hasText: api.name })
      .getByRole('link', { name: 'Answer' })
      .click();
    await developer.getByRole('button', { name: 'Accept' }).click();
    await developer
      .getByRole('dialog', { name: `Accept ${api.name}` })
      .getByRole('button', { name: 'Accept' })
      .click();
    await expect(developer.getByRole('region', { name: 'Offer', exact: true })).toBeHidden();
    await expect(developer.getByRole('region', { name: 'Owner', exact: true })).toContainText(team.name);
  });

  await test.step('a developer uploads a real description and sees what is in it', async () => {
    await upload(developer, api, readReal());
    await developer.getByRole('link', { name: 'See the description' }).click();
    await expect(developer.getByRole('heading', { name: `${REAL.title} ${REAL.version}` })).toBeVisible();
    const { items } = await developerHttp.must<List<RevisionDto>>('GET', `/apis/${api.slug}/revisions`);
    const scan = items[0]?.scan;
    expect(scan?.state).toBe('done');
    await expect(developer.getByText(`Grade ${scan?.grade}, ${scan?.score} of 100`)).toBeVisible();
    await expect(developer.getByRole('table', { name: 'Operations' })).toHaveAttribute(
      'aria-rowcount',
      String(REAL.operations),
    );
    await expectBlocked(developer, developerHttp, api, ['review.none']);
  });

  await test.step('requests a review, answers it by keys and submits it', async () => {
    await developer.getByRole('button', { name: 'Request review' }).click();
    const dialog = developer.getByRole('dialog', { name: `Request a review of ${api.name}` });
    await expect(dialog.getByLabel('Environment')).toHaveValue('production');
    await dialog.getByRole('button', { name: 'Start the checklist' }).click();
    await expect(
      developer.getByRole('heading', { name: `Review of ${api.name}`, exact: true }),
    ).toBeVisible();
    await answerByKeys(developer);
    await developer.getByRole('button', { name: 'Submit for sign-off' }).click();
    await developer.getByRole('dialog').getByRole('button', { name: 'Submit for sign-off' }).click();
    const decision = developer.getByRole('complementary', { name: 'Decision' });
    const sign = decision.getByRole('button', { name: 'Sign off', exact: true });
    await expect(sign).toHaveAttribute('aria-disabled', 'true');
    await expect(sign).toHaveAccessibleDescription(
      'You requested this review; somebody else must decide about it.',
    );
    await expect(decision).toContainText(approverName);
  });

  const reviewUrl = new URL(developer.url()).pathname;

  await test.step('the gate waits for the approver by name', async () => {
    const [reason] = await expectBlocked(developer, developerHttp, api, ['review.open']);
    expect(reason?.unblockers).toEqual([approverEmail]);
    expect(reason?.message).toContain(approverName);
    const run = await gate();
    expect(run.exitCode, run.errors).toBe(1);
    expect(run.output).toContain(approverEmail);
  });

  await test.step('the approver finds it in their work and signs', async () => {
    const page = await open('approver');
    await page.goto('/');
    const waiting = page.getByRole('region', { name: 'Waits for my signature' });
    await waiting
      .getByRole('listitem')
      .filter({ hasText: api.name })
      .getByRole('link', { name: 'Decide' })
      .click();
    await page.getByRole('button', { name: 'Sign off', exact: true }).click();
    await page
      .getByRole('dialog', { name: 'Sign off' })
      .getByRole('button', { name: 'Sign off', exact: true })
      .click();
    await expect(page.getByRole('complementary', { name: 'Decision' })).toContainText('It is signed off.');
  });

  await test.step('now it may ship, with an attestation that anyone can check', async () => {
    const { status, body } = await promote(developerHttp, api.slug);
    expect(status).toBe(201);
    expect(body.attestation).not.toBeNull();
    await verifyOffline(info, address, body.attestation);
    const run = await gate();
    expect(run.exitCode, run.errors).toBe(0);
    await developer.goto(`/apis/${api.slug}`);
    await expect(verdictOf(developer)).toContainText('May ship to Production');
  });

  await test.step('other words keep it open', async () => {
    await upload(developer, api, reworded());
    await expect(verdictOf(developer)).toContainText('May ship to Production');
    expect((await promote(developerHttp, api.slug)).status).toBe(201);
  });

  await test.step('a material change blocks it again and is named', async () => {
    await upload(developer, api, withNewOperation());
    const [reason] = await expectBlocked(developer, developerHttp, api, ['signoff.material-change']);
    expect(reason?.message).toContain('DELETE /v1/statements/{statementId} added');
    await expect(verdictOf(developer)).toContainText('May not ship to Production');
    const run = await gate();
    expect(run.exitCode, run.errors).toBe(1);
    expect(run.output).toContain('signoff.material-change');
  });

  await test.step('the auditor follows a red figure to all of it and can change nothing', async () => {
    const page = await open('auditor');
    await page.goto('/risk');
    await page.getByRole('link', { name: /^Blocked from production/ }).click();
    await expect(page).toHaveURL(/\/apis\?/);
    await chooseInList(page, api);
    await expectNothingToChange(page);
    await page.getByRole('link', { name: api.name }).click();
    await expect(verdictOf(page)).toContainText('DELETE /v1/statements/{statementId} added');
    await expectNothingToChange(page);
    await page.getByRole('region', { name: 'Sign-offs' }).getByRole('link', { name: 'Review' }).click();
    await expect(page).toHaveURL(new RegExp(`${reviewUrl}$`));
    await expect(page.getByRole('complementary', { name: 'Decision' })).toContainText(approverName);
    await expectNothingToChange(page);
    await page.goto(`/apis/${api.slug}/ownership`);
    await expectNothingToChange(page);
    await page.getByRole('link', { name: 'Timeline' }).click();
    await page.getByRole('link', { name: `${api.slug} was signed off by its owner` }).click();
    await expect(page.getByRole('region', { name: 'Who, when, about what' })).toContainText(approverEmail);
    await expectNothingToChange(page);
  });

  await test.step('nor over HTTP', async () => {
    const auditor = await as('auditor');
    const writes: [string, string, unknown][] = [
      ['POST', '/promotions', { api: api.slug, environment: 'production' }],
      ['PATCH', `/apis/${api.slug}`, { name: 'Mine now' }],
      ['POST', `/apis/${api.slug}/ownership`, { team: 'payouts' }],
      ['POST', `/apis/${api.slug}/revisions`, readReal()],
      ['POST', `/apis/${api.slug}/reviews`, { environment: 'production' }],
      ['POST', `/api/v1${reviewUrl}/approve`.replace('/api/v1', ''), {}],
      ['PUT', '/environments/production', { name: 'Production', order: 3, gate: 'off' }],
    ];
    for (const [method, path, body] of writes) {
      const { status } = await auditor.send<ProblemBody>(method, path, body);
      expect(status, `${method} ${path}`).toBe(403);
    }
  });
});
