import { describe, expect, it } from 'vitest';
import { contentPolicy } from './content-policy.ts';

describe('contentPolicy', () => {
  const policy = contentPolicy('abc', false);

  it('lets only scripts and style elements with the nonce run', () => {
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).toContain("style-src-elem 'self' 'nonce-abc';");
  });

  it('never allows inline or evaluated script in production', () => {
    const scripts = policy.split('; ').find((part) => part.startsWith('script-src '));
    expect(scripts).not.toMatch(/unsafe/);
    expect(policy).not.toContain('ws:');
  });

  it('cannot be framed, re-based or made to post elsewhere', () => {
    for (const part of [
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "object-src 'none'",
    ]) {
      expect(policy.split('; ')).toContain(part);
    }
  });

  it('lets development evaluate, which React needs for its stack traces', () => {
    expect(contentPolicy('abc', true)).toContain("'unsafe-eval'");
  });
});
