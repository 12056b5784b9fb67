'use client';
import { useSyncExternalStore } from 'react';

/** How often shown times are brought up to date, in milliseconds. */
const TICK = 30_000;

let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const one of listeners) one();
  }, TICK);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function current(): number {
  // Without a running timer the stored moment may be old.
  if (timer === undefined && Date.now() - now > TICK) now = Date.now();
  return now;
}

/** The present, the same for everything on the page, moving on every half minute. Milliseconds since 1970. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, current, current);
}
