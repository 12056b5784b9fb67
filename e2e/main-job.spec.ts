import type { Page as List } from '#lib/domain/page.ts';
import type { ReviewDto } from '#lib/domain/review/dto.ts';
import type { RevisionDto } from '#lib/domain/revisions/dto.ts';
import { expectNothingToChange } from './support/buttons.ts';
import { answerByKeys, chooseInList, upload } from './support/api-steps.ts';
import { expectBlocked, promote, verdictOf, verifyOffline } from './support/promotion.ts';
import { pipelineOf } from './support/pipeline.ts';
import type { ProblemBody } from './support/http.ts';
import { persona, test, expect } from './support/portal.ts';
import { REAL, readReal, reworded, withNewOperation } from './support/real-description.ts';
import { answerAll, makeApi, makeTeam, pipelineToken } from './support/seed.ts';

// The main job as the people of a company do it, each in a browser of their own: nothing ships until an owner signed.

const DAY = 86_400_000;

test('an API goes from nobody to production, and back when it changes', async ({
  open,
  as,
  address,
}, info) => {
  test.setTimeout(120_000);
  const admin = await as('admin');
  const team = await makeTeam(admin, { developer: 'manager', approver: 'approver' });
  const api = await makeApi(admin);
  const pipeline = pipelineOf({ address, token: pipelineToken(), api: api.slug });
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

  const reviewPath = new URL(developer.url()).pathname;

  await test.step('a no is covered by an exception that security decides about', async () => {
    await expectBlocked(developer, developerHttp, api, ['review.open', 'checklist.unmet']);
    const { items } = await developerHttp.must<ReviewDto>('GET', reviewPath);
    const item = items.find(({ answer }) => answer === 'no')?.key;
    const exception = await developerHttp.must<{ id: string }>('POST', '/exceptions', {
      api: api.slug,
      target: { item },
      reason: 'Mended with the release of next week.',
      expiresAt: new Date(Date.now() + 7 * DAY).toISOString(),
    });
    const own = await developerHttp.post<ProblemBody>(`/exceptions/${exception.id}/approve`);
    expect(own.status).toBe(403);
    await (await as('security')).must('POST', `/exceptions/${exception.id}/approve`, {});
  });

  await test.step('the gate waits for the approver by name', async () => {
    const [reason] = await expectBlocked(developer, developerHttp, api, ['review.open']);
    expect(reason?.unblockers).toEqual([approverEmail]);
    expect(reason?.message).toContain(approverName);
    const run = await pipeline.run('check');
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
    const run = await pipeline.run('check');
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
    const run = await pipeline.run('check');
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
    await expect(page).toHaveURL(new RegExp(`${reviewPath}$`));
    await expect(page.getByRole('complementary', { name: 'Decision' })).toContainText(approverName);
    await expectNothingToChange(page);
    await page.goto(`/apis/${api.slug}/ownership`);
    await expectNothingToChange(page);
    await page.getByRole('link', { name: 'Timeline' }).click();
    await page.getByRole('link', { name: `${api.slug} was signed off by its owner` }).click();
    await expect(page.getByRole('region', { name: 'Who, when, about what' })).toContainText(approverEmail);
    await expectNothingToChange(page);
  });

  await test.step('the next sign-off says what it adds to the last', async () => {
    const review = await developerHttp.must<ReviewDto>('POST', `/apis/${api.slug}/reviews`, {
      environment: 'production',
    });
    await answerAll(developerHttp, review);
    const page = await open('approver');
    await page.goto(`/reviews/${review.id}`);
    await page.getByRole('button', { name: 'Sign off', exact: true }).click();
    const since = page
      .getByRole('dialog', { name: 'Sign off' })
      .getByRole('region', { name: 'Since the last sign-off' });
    await expect(since).toContainText('DELETE /v1/statements/{statementId} added');
    await expect(since).toContainText(/: 1 change of another kind\./);
  });

  await test.step('nor over HTTP', async () => {
    const auditor = await as('auditor');
    const writes: [string, string, unknown][] = [
      ['POST', '/promotions', { api: api.slug, environment: 'production' }],
      ['PATCH', `/apis/${api.slug}`, { name: 'Mine now' }],
      ['POST', `/apis/${api.slug}/ownership`, { team: 'payouts' }],
      ['POST', `/apis/${api.slug}/revisions`, readReal()],
      ['POST', `/apis/${api.slug}/reviews`, { environment: 'production' }],
      ['POST', `${reviewPath}/approve`, {}],
      ['PUT', '/environments/production', { name: 'Production', order: 3, gate: 'off' }],
    ];
    for (const [method, path, body] of writes) {
      const { status } = await auditor.send<ProblemBody>(method, path, body);
      expect(status, `${method} ${path}`).toBe(403);
    }
  });
});
