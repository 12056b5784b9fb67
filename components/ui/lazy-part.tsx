'use client';
import type { ComponentType, ReactNode } from 'react';
import { Suspense, lazy, useState, useSyncExternalStore } from 'react';

const never = () => () => undefined;

/**
 * What came with the page can be seen before its script is there. Until then it takes no presses and no focus: a press
 * would be lost without a sign.
 */
function Awake({ children }: { children: ReactNode }) {
  const isAwake = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <div className="contents" inert={!isAwake}>
      {children}
    </div>
  );
}

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
        <Awake>
          <Part {...props} />
        </Awake>
      </Suspense>
    );
  };
}
