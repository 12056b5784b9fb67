export interface LockHolder {
  pid: number;
  started: string | null;
  [field: string]: unknown;
}
export interface HeldLock {
  update(details: Record<string, unknown>): void;
  release(): void;
}
export type LockAttempt =
  | { lock: HeldLock; recovered: boolean; holder?: undefined }
  | { lock?: undefined; holder: LockHolder };
export function processStart(pid: number): string | null;
export function isAlive(holder: { pid: number; started: string | null }): boolean;
export function readLock(file: string): LockHolder | null;
export function liveHolder(file: string): LockHolder | null;
export function tryLock(file: string, details?: Record<string, unknown>): Promise<LockAttempt>;
export function waitForLock(
  file: string,
  options?: {
    details?: Record<string, unknown>;
    timeoutMs?: number;
    onWait?: (holder: LockHolder) => void;
  },
): Promise<LockAttempt>;
