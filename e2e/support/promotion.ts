import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Locator, Page, TestInfo } from '@playwright/test';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import type { PromotionDto, ReasonDto } from '#lib/domain/gate/dto.ts';
import type { Answered, Http, ProblemBody } from './http.ts';
import { expect } from './portal.ts';

type Blocked = ProblemBody & { reasons: ReasonDto[] };

/** Asks for production, as a deployment does. */
export const promote = (http: Http, api: string): Promise<Answered<PromotionDto & Blocked>> =>
  http.post('/promotions', { api, environment: 'production' });

/** What the page of an API says first. */
export const verdictOf = (page: Page): Locator => page.getByRole('region', { name: 'May it ship?' });

/** The gate answers 409 for exactly these reasons, and the page of the API says the same with the same names. */
export async function expectBlocked(
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

/** The attestation as somebody checks it who has nothing but two files: no database, no network. */
export async function verifyOffline(info: TestInfo, address: string, attestation: unknown): Promise<void> {
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
