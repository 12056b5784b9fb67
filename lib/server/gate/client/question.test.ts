import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TOKEN } from './testing/gate-answers.ts';
import { useScriptedGate } from './testing/use-scripted-gate.ts';

const { askedAbout, base, file, run } = useScriptedGate();

describe.concurrent('the question', () => {
  it('carries token, exact description, artifact and the job', async () => {
    const digest = `sha256:${'ab'.repeat(32)}`;
    const github = {
      GITHUB_ACTIONS: 'true',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_RUN_ID: '7',
      GITHUB_SHA: 'c'.repeat(40),
      GITHUB_ACTOR: 'dev',
      GATEHOUSE_URL: `${base()}/`,
    };
    await run('attested', ['--spec', 'openapi.yaml', '--artifact', `registry:5000/shop@${digest}`], github);
    const [asked] = askedAbout('attested');
    expect(asked).toMatchObject({ method: 'POST', headers: { authorization: `Bearer ${TOKEN}` } });
    expect(asked?.question).toEqual({
      api: 'attested',
      environment: 'production',
      spec: readFileSync(file('openapi.yaml'), 'utf8'),
      artifact: { name: 'registry:5000/shop', digest },
      source: {
        kind: 'ci',
        url: 'https://github.com/acme/shop/actions/runs/7',
        sha: 'c'.repeat(40),
        actor: 'dev',
      },
    });
  });

  const SHA = 'd'.repeat(40);
  it.each([
    [
      'gitlab',
      {
        GITLAB_CI: 'true',
        CI_JOB_URL: 'https://gitlab.example.com/a/-/jobs/1',
        CI_COMMIT_SHA: SHA,
        GITLAB_USER_LOGIN: 'dev',
      },
    ],
    [
      'circleci',
      {
        CIRCLECI: 'true',
        CIRCLE_BUILD_URL: 'https://circleci.com/b/1',
        CIRCLE_SHA1: SHA,
        CIRCLE_USERNAME: 'dev',
      },
    ],
    [
      'buildkite',
      {
        BUILDKITE: 'true',
        BUILDKITE_BUILD_URL: 'https://buildkite.com/b/1',
        BUILDKITE_COMMIT: SHA,
        BUILDKITE_BUILD_CREATOR: 'dev',
      },
    ],
    [
      'jenkins',
      { JENKINS_URL: 'https://ci/', BUILD_URL: 'https://ci/job/1/', GIT_COMMIT: SHA, BUILD_USER_ID: 'dev' },
    ],
    [
      'azure',
      {
        TF_BUILD: 'True',
        SYSTEM_COLLECTIONURI: 'https://dev.azure.com/acme/',
        SYSTEM_TEAMPROJECT: 'Web Shop',
        BUILD_BUILDID: '1',
        BUILD_SOURCEVERSION: SHA,
        BUILD_REQUESTEDFOR: 'dev',
      },
    ],
  ])('says that it comes from %s', async (name, env) => {
    const api = `from-${name}`;
    await run(api, [], env);
    const source = { kind: 'ci', url: expect.stringMatching(/^https:\/\/\S+1\/?$/), sha: SHA, actor: 'dev' };
    expect(askedAbout(api)[0]?.question).toEqual({ api, environment: 'production', source });
  });

  it('leaves out what the surroundings say badly or not at all', async () => {
    await run('from-nowhere', ['--revision', 'r-9']);
    expect(askedAbout('from-nowhere')[0]?.question).toEqual({
      api: 'from-nowhere',
      environment: 'production',
      revision: 'r-9',
    });
    await run('from-odd', [], {
      BUILDKITE: 'true',
      BUILDKITE_COMMIT: 'HEAD',
      BUILDKITE_BUILD_URL: 'javascript:1',
    });
    expect(askedAbout('from-odd')[0]?.question['source']).toEqual({ kind: 'ci' });
  });
});
