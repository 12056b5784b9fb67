'use client';
import { useEffect, useState } from 'react';

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

  useEffect(() => {
    if (!isActive) return;
    const abort = new AbortController();
    const ask = async () => {
      try {
        setAnswer({ text, results: await search(text, abort.signal), error: null });
      } catch (error) {
        if (!abort.signal.aborted) setAnswer({ text, results: [], error });
      }
    };
    const timer = setTimeout(() => void ask(), text === '' ? 0 : PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
    // `search` is made anew by most callers on every render; only the text decides.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text, isActive]);

  return {
    results: answer?.results ?? [],
    isBusy: isActive && answer?.text !== text,
    error: answer?.error ?? null,
  };
}
