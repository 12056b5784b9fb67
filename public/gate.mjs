// Gatehouse's client for pipelines: asks the gate whether an API may be deployed and ends with the answer as exit code.
// One file without dependencies for any Node ≥ 20, from disk, or from a pipe in a shell with
// `set -o pipefail`: curl -fsS $GATEHOUSE_URL/gate.mjs | node - check …
// From a pipe Node reads it as CommonJS, from disk as a module: so no import statements and no await at top level.
'use strict';

const VERSION = '1.0.0';
const FORMATS = ['text', 'json', 'sarif', 'github'];
const OUTCOMES = ['allowed', 'prevented', 'awaiting', 'invalid'];
const ALLOWED = 0;
const NOT_ALLOWED = 1;
const WRONG_USAGE = 2;
const NO_DECISION = 3;

const HELP = `Asks Gatehouse whether an API may be deployed to an environment.

  GATEHOUSE_URL=https://… GATEHOUSE_TOKEN=… node gate.mjs check --api SLUG --environment SLUG [options]

  --api SLUG               the API
  --environment SLUG       where it is to go
  --spec FILE              its description as it is to be deployed
  --revision ID            instead of --spec: a revision that Gatehouse knows (neither: the newest one)
  --artifact NAME@DIGEST   what is to be deployed, such as registry.example.com/shop@sha256:…
  --format FORMAT          text (default), json, sarif or github (annotations and a job summary)
  --wait SECONDS           ask again while only people are missing, at most this long
  --timeout SECONDS        for one question with its answer (default 30, at most 600)
  --on-error fail|allow    what no decision means for the job (default fail)
  --attestation FILE       write the signed attestation of the decision there
  --help, --version

Exit codes, the same in every format:
  0 allowed    1 not allowed    2 wrong usage, or the gate does not know what was asked for
  3 no decision was obtained (0 with --on-error=allow)

GATEHOUSE_TOKEN is a token of a service account with the scope gate:read. Where the portal's certificate is signed by
your own authority, name it in NODE_EXTRA_CA_CERTS. Behind a proxy, Node 24 and newer obey NODE_USE_ENV_PROXY=1.
`;

/** The command, the configuration or the question is at fault: trying again does not help. */
class UsageError extends Error {}
/** Nobody decided: unreachable, too slow, or an answer that is none. */
class NoDecisionError extends Error {}

// ---------------------------------------------------------------- what was asked for

async function readOptions(argv, env) {
  const { parseArgs } = await import('node:util');
  const text = { type: 'string' };
  const flag = { type: 'boolean' };
  let parsed;
  try {
    parsed = parseArgs({
      args: argv,
      allowPositionals: true,
      tokens: true,
      options: {
        api: text,
        environment: text,
        spec: text,
        revision: text,
        artifact: text,
        format: text,
        wait: text,
        timeout: text,
        'on-error': text,
        attestation: text,
        help: flag,
        version: flag,
      },
    });
  } catch (error) {
    throw new UsageError(error.message.split('. ')[0]);
  }
  const { values, positionals, tokens } = parsed;
  if (values.help || values.version) return { print: values.help ? HELP : `${VERSION}\n` };
  if (positionals.length === 0) throw new UsageError('There is no command. The command is "check".');
  if (positionals[0] !== 'check')
    throw new UsageError(`There is no command "${positionals[0]}". The command is "check".`);
  if (positionals.length > 1) throw new UsageError(`"${positionals[1]}" is no option.`);
  const names = tokens.filter(({ kind }) => kind === 'option').map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice) throw new UsageError(`--${twice} is given twice.`);
  for (const [name, value] of Object.entries(values)) {
    if (String(value).trim() === '') throw new UsageError(`--${name} is empty.`);
  }
  for (const name of ['api', 'environment']) if (!values[name]) throw new UsageError(`--${name} is missing.`);
  if (values.spec && values.revision) throw new UsageError('Give --spec or --revision, not both.');
  return {
    ...readConnection(env),
    api: values.api,
    environment: values.environment,
    spec: values.spec,
    revision: values.revision,
    artifact: values.artifact && readArtifact(values.artifact),
    format: oneOf('format', values.format ?? 'text', FORMATS),
    onError: oneOf('on-error', values['on-error'] ?? 'fail', ['fail', 'allow']),
    wait: seconds('wait', values.wait ?? '0', 0, 86_400),
    timeout: seconds('timeout', values.timeout ?? '30', 1, 600),
    attestation: values.attestation,
  };
}

function readConnection(env) {
  const address = env.GATEHOUSE_URL?.trim();
  if (!address) throw new UsageError('GATEHOUSE_URL is not set: the address of Gatehouse.');
  if (!URL.canParse(address)) throw new UsageError('GATEHOUSE_URL is not an address.');
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol))
    throw new UsageError('GATEHOUSE_URL must begin with https:// or http://.');
  if (url.username || url.password)
    throw new UsageError('GATEHOUSE_URL must not contain a user name or a password.');
  const token = env.GATEHOUSE_TOKEN?.trim();
  if (!token) throw new UsageError('GATEHOUSE_TOKEN is not set: a token with the scope gate:read.');
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new UsageError('GATEHOUSE_TOKEN holds characters that no token has.');
  return { base: `${url.origin}${url.pathname.replace(/\/+$/, '')}`, token };
}

function readArtifact(value) {
  const [, name, digest] = /^(.+)@(sha256:[0-9a-f]{64})$/.exec(value) ?? [];
  if (!name) throw new UsageError('--artifact must be NAME@sha256:… with 64 hexadecimal digits.');
  return { name, digest };
}

function oneOf(name, value, words) {
  if (!words.includes(value)) throw new UsageError(`--${name} must be one of ${words.join(', ')}.`);
  return value;
}

function seconds(name, value, low, high) {
  const number = /^\d{1,6}$/.test(value) ? Number(value) : -1;
  if (number < low || number > high)
    throw new UsageError(`--${name} must be whole seconds from ${low} to ${high}.`);
  return number;
}

/** The exact text of the description: Gatehouse compares the digest of its bytes. */
async function readSpec(path) {
  const { readFile, stat } = await import('node:fs/promises');
  try {
    const { size } = await stat(path);
    if (size === 0) throw new UsageError(`${path} is empty.`);
    if (size > 64 * 1024 * 1024) throw new UsageError(`${path} is larger than 64 MB.`);
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      error instanceof TypeError
        ? `${path} is not UTF-8 text.`
        : `${path} cannot be read (${error.code ?? error.message}).`,
    );
  }
}

/** Which job asks, as far as the surroundings say so. */
function detectSource(env) {
  const found = [
    env.GITHUB_ACTIONS && {
      url: `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}`,
      sha: env.GITHUB_SHA,
      actor: env.GITHUB_TRIGGERING_ACTOR || env.GITHUB_ACTOR,
    },
    env.GITLAB_CI && { url: env.CI_JOB_URL, sha: env.CI_COMMIT_SHA, actor: env.GITLAB_USER_LOGIN },
    env.CIRCLECI && { url: env.CIRCLE_BUILD_URL, sha: env.CIRCLE_SHA1, actor: env.CIRCLE_USERNAME },
    env.BUILDKITE && {
      url: env.BUILDKITE_BUILD_URL,
      sha: env.BUILDKITE_COMMIT,
      actor: env.BUILDKITE_BUILD_CREATOR_EMAIL || env.BUILDKITE_BUILD_CREATOR,
    },
    env.TF_BUILD && {
      url: `${env.SYSTEM_COLLECTIONURI}${env.SYSTEM_TEAMPROJECT}/_build/results?buildId=${env.BUILD_BUILDID}`,
      sha: env.BUILD_SOURCEVERSION,
      actor: env.BUILD_REQUESTEDFOREMAIL || env.BUILD_REQUESTEDFOR,
    },
    env.JENKINS_URL && {
      url: env.BUILD_URL,
      sha: env.GIT_COMMIT,
      actor: env.BUILD_USER_ID || env.CHANGE_AUTHOR,
    },
  ].find(Boolean);
  if (!found) return undefined;
  return {
    kind: 'ci',
    // A variable that is missing or odd is left out: it must not cost the decision.
    url: /^https?:/.test(found.url ?? '') && URL.canParse(found.url) ? new URL(found.url).href : undefined,
    sha: /^[0-9a-f]{7,64}$/i.test(found.sha ?? '') ? found.sha : undefined,
    actor: found.actor?.trim().slice(0, 200) || undefined,
  };
}

// ---------------------------------------------------------------- one question, one answer

const ATTEMPTS = 3;
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** Statuses of a portal that is starting, restarting or busy. */
const TRANSIENT = new Set([409, 425, 429, 502, 503, 504]);

/**
 * Sends one question until it is answered, with one time limit over all attempts. A repeated POST carries the same
 * Idempotency-Key, so that a lost answer does not become a second decision.
 */
async function ask({ base, token, timeout }, question, { record }) {
  const limit = AbortSignal.timeout(timeout * 1000);
  const { api, environment, revision } = question;
  const url = record
    ? `${base}/api/v1/gate`
    : `${base}/api/v1/gate?${new URLSearchParams({ api, environment, revision })}`;
  const request = {
    method: record ? 'POST' : 'GET',
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      'user-agent': `gatehouse-gate/${VERSION} node/${process.versions.node}`,
      ...(record
        ? { 'content-type': 'application/json', 'idempotency-key': globalThis.crypto.randomUUID() }
        : {}),
    },
    ...(record ? { body: JSON.stringify(question) } : {}),
    // A redirect is answered by somebody else, and a POST does not survive it.
    redirect: 'manual',
    cache: 'no-store',
    signal: limit,
  };
  const ends = performance.now() + timeout * 1000;
  for (let attempt = 1; ; attempt += 1) {
    const answer = await attemptOnce(url, request, limit, timeout);
    if (answer.decision) return answer.decision;
    const pause = Math.max(500 * 3 ** (attempt - 1), Math.min(answer.retryAfter ?? 0, 10) * 1000);
    if (!answer.transient || attempt === ATTEMPTS || performance.now() + pause >= ends) throw answer.error;
    await sleep(pause);
  }
}

/** {decision}, or {error, transient?, retryAfter?}. */
async function attemptOnce(url, request, limit, timeout) {
  let response;
  let text;
  try {
    response = await fetch(url, request);
    text = await readBody(response);
  } catch (error) {
    if (limit.aborted)
      return { error: new NoDecisionError(`Gatehouse gave no complete answer within ${timeout} s.`) };
    if (error instanceof NoDecisionError) return { error };
    return { transient: true, error: new NoDecisionError(`Gatehouse cannot be reached: ${causeOf(error)}.`) };
  }
  const { status } = response;
  const isJson = /^application\/(?:[\w.-]+\+)?json\b/i.test(response.headers.get('content-type') ?? '');
  const body = isJson ? parseJson(text) : undefined;
  if (status === 200) {
    const fault = isJson ? faultOf(body) : 'it is not JSON';
    if (!fault) return { decision: body };
    return { error: new NoDecisionError(`The answer is no decision of Gatehouse: ${fault}.`) };
  }
  if (status >= 300 && status < 400) {
    return {
      error: new NoDecisionError(
        `The address redirects (status ${status}): set GATEHOUSE_URL to where it leads.`,
      ),
    };
  }
  const transient = TRANSIENT.has(status);
  const problem = body && typeof body.code === 'string' && typeof body.title === 'string' ? body : null;
  if (problem && status >= 400 && status < 500 && !transient)
    return { error: new UsageError(problemText(status, problem)) };
  const said = problem ? ` ${problem.title}${problem.detail ? `: ${problem.detail}` : ''}` : '';
  return {
    transient,
    retryAfter: Number(response.headers.get('retry-after')) || 0,
    error: new NoDecisionError(`Gatehouse answered with status ${status}.${said}`),
  };
}

async function readBody(response) {
  const chunks = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) throw new NoDecisionError('The answer is too large for a decision.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** What keeps a body from being a decision that can be relied on; null when nothing does. */
function faultOf(body) {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'it is not a JSON object';
  if (!OUTCOMES.includes(body.outcome)) return 'its outcome is none of the known ones';
  if (typeof body.allowed !== 'boolean' || typeof body.enforced !== 'boolean')
    return 'allowed or enforced is missing';
  if (body.outcome === 'allowed' ? !body.allowed : body.allowed && body.enforced)
    return 'it contradicts itself';
  if (typeof body.evaluatedAt !== 'string' || Number.isNaN(Date.parse(body.evaluatedAt)))
    return 'it has no time';
  const isReason = (reason) =>
    typeof reason?.code === 'string' &&
    typeof reason.message === 'string' &&
    typeof reason.url === 'string' &&
    Array.isArray(reason.unblockers) &&
    reason.unblockers.every((name) => typeof name === 'string');
  return Array.isArray(body.reasons) && body.reasons.every(isReason) ? null : 'its reasons cannot be read';
}

function problemText(status, { title, detail, errors }) {
  if (status === 401) return 'Gatehouse does not accept GATEHOUSE_TOKEN (status 401).';
  const places = Array.isArray(errors)
    ? errors.slice(0, 5).map((one) => ` ${one?.pointer ?? ''} ${one?.detail ?? ''}`)
    : [];
  return `Gatehouse refuses the question (status ${status}): ${detail || title}${places.join(';')}`;
}

function causeOf(error) {
  const cause = error.cause?.errors?.[0] ?? error.cause ?? error;
  const known = {
    ECONNREFUSED: 'nobody listens at the address',
    ENOTFOUND: 'the name does not exist',
    EAI_AGAIN: 'the name could not be looked up',
    ECONNRESET: 'the connection was cut',
    UND_ERR_SOCKET: 'the connection was cut',
  };
  return known[cause.code] ?? String(cause.code ?? cause.message ?? 'unknown cause');
}

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// ---------------------------------------------------------------- asking until it is settled

/**
 * While people are missing, later questions only look; the decision that counts is asked for, and so recorded, again
 * when looking shows a change. What was decided stands when the portal falls silent later: awaiting stays awaiting.
 */
async function obtainDecision(options, question) {
  const ends = performance.now() + options.wait * 1000;
  let decision = null;
  for (let pause = 2000; ; pause = Math.min(pause * 1.5, 15_000)) {
    let failure = null;
    try {
      const { revision } = decision ?? {};
      const isChanged =
        typeof revision !== 'string' ||
        (await ask(options, { ...question, revision }, { record: false })).outcome !== 'awaiting';
      if (isChanged) decision = await ask(options, question, { record: true });
    } catch (error) {
      if (!(error instanceof NoDecisionError)) throw error;
      failure = error;
    }
    if (decision && (decision.outcome !== 'awaiting' || decision.allowed)) return decision;
    const left = ends - performance.now();
    if (left <= 0 && decision) return decision;
    if (left <= 0) throw failure;
    const why = failure ? failure.message : `Waiting for ${namesOf(decision.reasons) || 'approval'}.`;
    tell(`${why} Asking again, at most ${Math.ceil(left / 1000)} s longer.`, options);
    await sleep(Math.min(pause, left));
  }
}

const namesOf = (reasons) => [...new Set(reasons.flatMap(({ unblockers }) => unblockers))].join(', ');

const exitCodeOf = ({ outcome, allowed }) =>
  outcome === 'invalid' ? WRONG_USAGE : allowed ? ALLOWED : NOT_ALLOWED;

// ---------------------------------------------------------------- saying it

function headline({ api, environment }, { outcome, allowed }) {
  if (outcome === 'invalid') return 'INVALID: the gate does not know what was asked for.';
  if (outcome === 'allowed') return `ALLOWED: ${api} may go to ${environment}.`;
  if (allowed)
    return `ALLOWED, but only because ${environment} is not enforced: the answer for ${api} is "${outcome}".`;
  if (outcome === 'awaiting')
    return `NOT ALLOWED YET: ${api} waits for people before it may go to ${environment}.`;
  return `NOT ALLOWED: ${api} may not go to ${environment}.`;
}

/** How loud a reason is: the same scale for annotations and SARIF. */
function loudness(decision) {
  if (decision.outcome === 'allowed') return 'notice';
  return decision.allowed ? 'warning' : 'error';
}

const RENDERERS = {
  text: (options, decision) => {
    const reasons = decision.reasons.flatMap(({ code, message, unblockers, url }, at) => [
      '',
      `${at + 1}. ${oneLine(message)}`,
      `   Code: ${oneLine(code)}`,
      ...(unblockers.length > 0 ? [`   Can unblock: ${oneLine(unblockers.join(', '))}`] : []),
      ...(url ? [`   Link: ${oneLine(url)}`] : []),
    ]);
    const last = [
      decision.decisionId ? `Decision ${decision.decisionId}` : 'Decision',
      typeof decision.revision === 'string' ? ` on revision ${decision.revision}` : '',
      ` of ${decision.evaluatedAt}: ${decision.outcome}`,
      typeof decision.expiresAt === 'string' ? `, until ${decision.expiresAt} at the latest` : '',
    ].join('');
    return [oneLine(headline(options, decision)), ...reasons, '', oneLine(last), ''].join('\n');
  },
  json: (_, decision) => printJson(decision),
  sarif: (options, decision) => {
    const level = { error: 'error', warning: 'warning', notice: 'note' }[loudness(decision)];
    const results = decision.reasons.map(({ code, message, unblockers, url }) => ({
      ruleId: code,
      level,
      message: {
        text: [message, unblockers.length > 0 && `Can unblock: ${unblockers.join(', ')}.`, url]
          .filter(Boolean)
          .join(' '),
      },
      locations: [
        {
          ...(options.spec ? { physicalLocation: { artifactLocation: { uri: toUri(options.spec) } } } : {}),
          logicalLocations: [{ fullyQualifiedName: `${options.api}/${options.environment}` }],
        },
      ],
      partialFingerprints: { 'gatehouse-gate/v1': `${options.api}/${options.environment}/${code}` },
    }));
    const rules = [...new Set(decision.reasons.map(({ code }) => code))].map((id) => ({
      id,
      shortDescription: { text: `The gate's reason ${id}` },
    }));
    return printSarif(options, {
      rules,
      results,
      invocation: { executionSuccessful: true, exitCode: exitCodeOf(decision) },
    });
  },
  github: (options, decision) => {
    const command = loudness(decision);
    const lines = decision.reasons.map(({ code, message, unblockers, url }) => {
      const people = unblockers.length > 0 ? ` Can unblock: ${unblockers.join(', ')}.` : '';
      return annotation(
        command,
        `Gatehouse: ${code}`,
        `${message}${people}${url ? ` ${url}` : ''}`,
        options.spec,
      );
    });
    return [annotation(command, 'Gatehouse', headline(options, decision)), ...lines, ''].join('\n');
  },
};

const FAILURE_RENDERERS = {
  text: () => '',
  json: (_, { message, exitCode }) => printJson({ error: message, exitCode }),
  sarif: (options, { message, exitCode }) =>
    printSarif(options, {
      rules: [],
      results: [],
      invocation: {
        executionSuccessful: false,
        exitCode,
        toolExecutionNotifications: [{ level: 'error', message: { text: message } }],
      },
    }),
  github: (_, { message, exitCode }) =>
    `${annotation(exitCode === 0 ? 'warning' : 'error', 'Gatehouse', message)}\n`,
};

function printSarif({ base, api, environment }, { rules, results, invocation }) {
  return printJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Gatehouse gate', version: VERSION, informationUri: base, rules } },
        automationDetails: { id: `gatehouse-gate/${api}/${environment}` },
        invocations: [invocation],
        results,
      },
    ],
  });
}

/** A workflow command; what people wrote can neither end it nor begin another. */
function annotation(command, title, message, file) {
  const data = (text) => oneLine(text).replaceAll('%', '%25');
  const property = (text) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${command} title=${property(title)}${file ? `,file=${property(file)}` : ''}::${data(message)}`;
}

function summary(options, decision) {
  const cell = (text) =>
    oneLine(text).replace(/[\\`*_{}[\]<>|~#!&]/g, (character) => `&#${character.charCodeAt(0)};`);
  const link = ({ code, url }) =>
    /^https?:\/\/[^\s()<>|]+$/.test(url) ? `[${cell(code)}](${url})` : cell(code);
  const rows = decision.reasons.map(
    (reason) => `| ${cell(reason.message)} | ${cell(reason.unblockers.join(', '))} | ${link(reason)} |`,
  );
  const table = rows.length > 0 ? ['', '| Reason | Can unblock | |', '| --- | --- | --- |', ...rows] : [];
  return [`### ${cell(headline(options, decision))}`, ...table, '', ''].join('\n');
}

/** One line that a log shows as text: no control characters, and nothing that a build server takes for a command. */
function oneLine(text) {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').replace(/##(?=\w*\[)/g, '# #');
}

/** Build servers look for `##[…]` anywhere in a line; in JSON the same text can be written otherwise. */
const printJson = (value) => `${JSON.stringify(value, null, 2).replaceAll('##', '#\\u0023')}\n`;

const toUri = (path) =>
  encodeURI(path.replaceAll('\\', '/').replace(/^\.\//, '')).replaceAll('#', '%23').replaceAll('?', '%3F');

/** The token stays secret even where an answer repeats it. */
const redact = (text, token) =>
  token ? text.replaceAll(token, '[token]').replaceAll(JSON.stringify(token).slice(1, -1), '[token]') : text;

const tell = (text, { token } = {}) => process.stderr.write(`gate.mjs: ${redact(oneLine(text), token)}\n`);

// ---------------------------------------------------------------- files

/** An attestation of an earlier run must not be taken for one of this run. */
async function prepareAttestation(path) {
  const { writeFile, rm } = await import('node:fs/promises');
  try {
    await writeFile(path, '');
    await rm(path);
  } catch (error) {
    throw new UsageError(`${path} cannot be written (${error.code ?? error.message}).`);
  }
}

async function writeAttestation(options, { attestation, allowed }) {
  if (!attestation)
    return tell(`The answer carries no attestation: ${options.attestation} was not written.`, options);
  const { writeFile } = await import('node:fs/promises');
  const text = typeof attestation === 'string' ? attestation : JSON.stringify(attestation, null, 2);
  try {
    await writeFile(options.attestation, `${text}\n`);
  } catch (error) {
    const what = `${options.attestation} could not be written (${error.code ?? error.message}).`;
    // A refusal stays a refusal; an approval without its evidence is none.
    if (allowed) throw new NoDecisionError(what);
    tell(what, options);
  }
}

async function writeSummary(options, decision, path) {
  const { appendFile } = await import('node:fs/promises');
  await appendFile(path, redact(summary(options, decision), options.token)).catch((error) => {
    tell(`The job summary could not be written (${error.code}).`, options);
  });
}

// ---------------------------------------------------------------- the run

async function check(options, env) {
  const question = {
    api: options.api,
    environment: options.environment,
    revision: options.revision,
    spec: options.spec && (await readSpec(options.spec)),
    artifact: options.artifact,
    source: detectSource(env),
  };
  for (const name of Object.keys(question)) if (question[name] === undefined) delete question[name];
  if (options.attestation) await prepareAttestation(options.attestation);
  if (/^http:\/\/(?!localhost[:/]|127\.|\[::1\])/.test(`${options.base}/`)) {
    tell('GATEHOUSE_URL is not https: the token travels unencrypted.', options);
  }
  const decision = await obtainDecision(options, question);
  if (options.attestation) await writeAttestation(options, decision);
  if (options.format === 'github' && env.GITHUB_STEP_SUMMARY)
    await writeSummary(options, decision, env.GITHUB_STEP_SUMMARY);
  return { output: RENDERERS[options.format](options, decision), exitCode: exitCodeOf(decision) };
}

function failed(error, options) {
  const isUsage = error instanceof UsageError;
  const isPassed = !isUsage && options.onError === 'allow';
  const what =
    isUsage || error instanceof NoDecisionError ? error.message : `The client failed: ${error.message}.`;
  const message = isPassed
    ? `No decision: ${what} The job goes on because of --on-error=allow.`
    : isUsage
      ? what
      : `No decision: ${what}`;
  const exitCode = isUsage ? WRONG_USAGE : isPassed ? ALLOWED : NO_DECISION;
  tell(message, options);
  return { output: FAILURE_RENDERERS[options.format](options, { message, exitCode }), exitCode };
}

/** Ends when everything is written: a socket that is still open somewhere must not keep the job. */
function end(output, exitCode, token) {
  process.exitCode = exitCode;
  process.stdout.on('error', () => process.exit(exitCode));
  process.stdout.write(redact(output, token), () => process.exit(exitCode));
}

async function main() {
  // Until somebody decided, an end for whatever reason is no permission.
  process.exitCode = NO_DECISION;
  let options;
  try {
    options = await readOptions(process.argv.slice(2), process.env);
  } catch (error) {
    tell(`${error.message} See --help.`);
    return end('', WRONG_USAGE);
  }
  if (options.print) return end(options.print, ALLOWED);
  const finish = ({ output, exitCode }) => end(output, exitCode, options.token);
  const fail = (error) => finish(failed(error, options));
  process.on('uncaughtException', fail);
  const last = (options.wait + 2 * options.timeout + 15) * 1000;
  setTimeout(() => fail(new NoDecisionError('The client ran out of time.')), last);
  return check(options, process.env).then(finish, fail);
}

void main();
