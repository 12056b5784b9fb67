import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

export interface Asked {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** Body of a POST, parameters of a GET. */
  question: Record<string, unknown>;
}

export type Answer = (res: ServerResponse, asked: Asked) => void;

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (res) => {
    res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };

export const problem = (status: number, title: string, headers?: Record<string, string>): Answer =>
  json(status, { type: 'about:blank', title, status, code: 'some-code', requestId: 'x' }, headers);

/** A gate on a free port. Each API's slug names its answers: one after the other, the last one for ever. */
export async function startScriptedGate(script: Record<string, readonly Answer[]>) {
  const asked: Asked[] = [];
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const url = new URL(req.url ?? '/', 'http://gate.invalid');
      const text = Buffer.concat(chunks).toString('utf8');
      const question = text
        ? (JSON.parse(text) as Record<string, unknown>)
        : Object.fromEntries(url.searchParams);
      const one = { method: req.method ?? '', path: url.pathname, headers: req.headers, question };
      const before = asked.filter((other) => other.question['api'] === question['api']).length;
      asked.push(one);
      const answers = script[String(question['api'])] ?? [];
      const answer = answers[Math.min(before, answers.length - 1)];
      if (url.pathname !== '/api/v1/gate' || !answer) problem(404, 'There is nothing here')(res, one);
      else answer(res, one);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    askedAbout: (api: string): Asked[] => asked.filter(({ question }) => question['api'] === api),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const CLIENT = fileURLToPath(new URL('../../../../../public/gate.mjs', import.meta.url));

export interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the client as a job would, with nothing in its environment but what is given. */
export async function runClient(
  args: readonly string[],
  {
    env = {},
    piped = false,
    cwd,
  }: { env?: Record<string, string | undefined>; piped?: boolean; cwd?: string } = {},
): Promise<Run> {
  const child = spawn(process.execPath, [piped ? '-' : CLIENT, ...args], {
    env: { NODE_ENV: 'test', PATH: process.env['PATH'], ...env },
    cwd,
  });
  const read = (stream: NodeJS.ReadableStream): (() => string) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    return () => Buffer.concat(chunks).toString('utf8');
  };
  const [out, err] = [read(child.stdout), read(child.stderr)];
  child.stdin.end(piped ? readFileSync(CLIENT) : '');
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out: out(), err: err() };
}
