import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { CoverageDto } from '#lib/domain/gate/dto.ts';
import type { ReviewDto } from '#lib/domain/review/dto.ts';
import { pipelineOf } from './support/pipeline.ts';
import { expect, persona, test } from './support/portal.ts';
import { readReal, reworded, withNewOperation } from './support/real-description.ts';
import { answerAll, makeApi, makeTeam, pipelineToken, random } from './support/seed.ts';

// The main job without a browser: people over HTTP, and a pipeline of curl and gate.mjs that goes by exit codes.

test('a pipeline is held until the owner signs, and again after a change', async ({ as, address }, info) => {
  test.setTimeout(90_000);
  const [admin, manager, developer, approver] = [
    await as('admin'),
    await as('manager'),
    await as('developer'),
    await as('approver'),
  ];
  const spec = info.outputPath('openapi.json');
  writeFileSync(spec, readReal());
  const team = await makeTeam(admin, { developer: 'manager', approver: 'approver' });
  const { slug } = await makeApi(admin);
  const pipeline = pipelineOf({ address, token: pipelineToken(), api: slug, spec });

  await test.step('nobody owns the API', async () => {
    const { exitCode, output } = await pipeline.run('check');
    expect(exitCode).toBe(1);
    expect(output).toContain('Code: owner.none');
    expect((await pipeline.run('deploy')).exitCode).not.toBe(0);
  });

  await test.step('a team takes it, and the pipeline brings its description', async () => {
    await manager.must('POST', '/ownership/bulk', { apis: [slug], team: team.slug });
    await developer.must('POST', `/apis/${slug}/ownership/accept`, {});
    const { exitCode, output } = await pipeline.run('register');
    expect(exitCode).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ operationCount: 42, number: 1 });
    const known = await pipeline.run('check', ['--spec', spec]);
    expect(known.exitCode).toBe(1);
    expect(known.output).toContain('Code: review.none');
  });

  await test.step('it waits while only a signature is missing, and goes on with it', async () => {
    const review = await developer.must<ReviewDto>('POST', `/apis/${slug}/reviews`, {
      environment: 'production',
    });
    await answerAll(developer, review);
    const waiting = pipeline.start('check', ['--spec', spec, '--wait', '45', '--format', 'json']);
    await expect.poll(waiting.errors).toContain(`Waiting for ${persona('approver').email}.`);
    await approver.must('POST', `/reviews/${review.id}/approve`, { comment: 'As agreed.' });
    const { exitCode, output } = await waiting.ended;
    expect(exitCode).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ outcome: 'allowed', attestation: { signatures: [{}] } });
  });

  await test.step('it deploys, and the deployment counts as gated', async () => {
    expect((await pipeline.run('deploy')).exitCode).toBe(0);
    const { apis } = await admin.must<CoverageDto>('GET', `/coverage?api=${slug}`);
    expect(apis).toMatchObject([
      { api: slug, environment: 'production', gated: true, ungatedDeployments: 0 },
    ]);
  });

  await test.step('other words pass', async () => {
    writeFileSync(spec, reworded());
    expect((await pipeline.run('register')).exitCode).toBe(0);
    expect((await pipeline.run('check', ['--spec', spec])).exitCode).toBe(0);
  });

  await test.step('a material change is held and named, before it is even registered', async () => {
    writeFileSync(spec, withNewOperation());
    const { exitCode, output } = await pipeline.run('check', ['--spec', spec]);
    expect(exitCode).toBe(1);
    expect(output).toContain('DELETE /v1/statements/{statementId} added');
    expect((await pipeline.run('register')).exitCode).toBe(0);
    const after = await pipeline.run('check', ['--spec', spec, '--format', 'github']);
    expect(after.exitCode).toBe(1);
    expect(after.output).toContain('DELETE /v1/statements/{statementId} added');
    expect((await pipeline.run('deploy')).exitCode).not.toBe(0);
  });
});

test('what is unknown or unreachable never passes for allowed', async ({ address }) => {
  const token = pipelineToken();
  const unknown = pipelineOf({ address, token, api: `nobody-${random()}` });
  expect((await unknown.run('check')).exitCode).toBe(2);
  const stranger = pipelineOf({ address, token: 'gh_not_a_token', api: 'sign-in' });
  expect((await stranger.run('check')).exitCode).toBe(2);
  const json = await unknown.run('check', ['--format', 'json']);
  expect(JSON.parse(json.output)).toMatchObject({ outcome: 'invalid', allowed: false });
  const away = pipelineOf({ address: 'http://127.0.0.1:1', token, api: 'sign-in' });
  expect(await away.run('check')).toMatchObject({ exitCode: 3, output: '' });
  expect((await away.run('deploy')).exitCode).not.toBe(0);
});

test('the client that was fetched before tells a portal that is away from a refusal', async ({
  address,
}, info) => {
  const client = info.outputPath('gate.mjs');
  writeFileSync(client, await (await fetch(`${address}/gate.mjs`)).text());
  const check = (...options: string[]) =>
    spawnSync(
      process.execPath,
      [client, 'check', '--api', 'sign-in', '--environment', 'production', ...options],
      {
        encoding: 'utf8',
        env: {
          NODE_ENV: 'production',
          GATEHOUSE_URL: 'http://127.0.0.1:1',
          GATEHOUSE_TOKEN: 'gh_0000000000000000',
        },
      },
    );
  const failed = check('--format', 'json');
  expect(failed.status).toBe(3);
  expect(JSON.parse(failed.stdout)).toMatchObject({
    exitCode: 3,
    error: expect.stringContaining('cannot be reached'),
  });
  expect(check('--on-error=allow').status).toBe(0);
});
