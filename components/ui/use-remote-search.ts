'use client';
import { useEffect, useEffectEvent, useState } from 'react';

/** Waits for a pause in typing before it asks, in milliseconds. */
const PAUSE = 150;

interface Search<Result> {
  text: string;
  results: readonly Result[];
  error: unknown;
}

/** What a search on the server answers for a text. Old answers stay in sight until the new one is there. */
export function useRemoteSearch<Result>(
  text: string,
  isActive: boolean,
  search: (text: string, signal: AbortSignal) => Promise<readonly Result[]>,
): { results: readonly Result[]; isBusy: boolean; error: unknown } {
  const [answer, setAnswer] = useState<Search<Result> | null>(null);
  // Most callers make `search` anew on every render; only the text decides when it is asked.
  const ask = useEffectEvent(async (signal: AbortSignal) => {
    let next: Search<Result>;
    try {
      next = { text, results: await search(text, signal), error: null };
    } catch (error) {
      next = { text, results: [], error };
    }
    if (!signal.aborted) setAnswer(next);
  });

  useEffect(() => {
    if (!isActive) return;
    const abort = new AbortController();
    const timer = setTimeout(() => void ask(abort.signal), text === '' ? 0 : PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text, isActive]);

  return {
    results: answer?.results ?? [],
    isBusy: isActive && answer?.text !== text,
    error: answer?.error ?? null,
  };
}
