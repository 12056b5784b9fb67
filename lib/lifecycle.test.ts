import { describe, expect, it } from 'vitest';
import { closeAll, onShutdown } from './lifecycle.ts';

describe('shutting down', () => {
  it('closes newest first, once, and goes on after a failure', async () => {
    const closed: string[] = [];
    onShutdown('pool', async () => void closed.push('pool'));
    onShutdown('broken', async () => {
      throw new Error('no');
    });
    onShutdown('jobs', async () => void closed.push('jobs'));
    const failures = await closeAll();
    expect(closed).toEqual(['jobs', 'pool']);
    expect(failures.map((failure) => failure.message)).toEqual(['closing broken failed']);
    expect(await closeAll()).toEqual([]);
  });
});
