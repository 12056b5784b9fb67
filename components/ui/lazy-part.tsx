'use client';
import type { ComponentType } from 'react';
import { Suspense, lazy, useState } from 'react';

/**
 * A part whose script is fetched when it is first shown, not with the page. `Missing` stands in its place where the
 * script cannot be fetched, so that a lost connection takes nothing else off the page; the next time is another try.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Missing: ComponentType<Props>,
) {
  const begin = () =>
    lazy(async () => {
      try {
        return { default: await load() };
      } catch {
        next = begin();
        return { default: Missing };
      }
    });
  let next = begin();
  return function LazyPart(props: Props) {
    // What is on the page stays what it is: only what is shown anew tries again.
    const [Part] = useState(() => next);
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  };
}
