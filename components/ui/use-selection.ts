'use client';
import { useMemo, useState } from 'react';

export interface Selection {
  keys: ReadonlySet<string>;
  /** Everything under the filter, also what is not loaded. */
  isAllMatching: boolean;
  /** How many that is, given the total under the filter. */
  count: (total: number) => number;
  has: (key: string) => boolean;
  toggle: (key: string) => void;
  /** From the row chosen last to this one, as shift and click do. */
  extendTo: (key: string, order: readonly string[]) => void;
  /** Chooses all of these, or none of them when all are. */
  toggleAll: (keys: readonly string[]) => void;
  selectAllMatching: () => void;
  clear: () => void;
}

interface State {
  keys: ReadonlySet<string>;
  isAllMatching: boolean;
  last: string | null;
}

const NOTHING: State = { keys: new Set(), isAllMatching: false, last: null };

function extend({ keys, last }: State, key: string, order: readonly string[]): State {
  const [from, to] = [order.indexOf(last ?? key), order.indexOf(key)].sort((a, b) => a - b);
  const range = order.slice(Math.max(0, from ?? 0), (to ?? 0) + 1);
  return { keys: new Set([...keys, ...range]), isAllMatching: false, last: key };
}

function toggled({ keys }: State, key: string): State {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return { keys: next, isAllMatching: false, last: key };
}

/** Rows chosen for an action on many. Pass what decides the list (`address.query`): another filter forgets the choice. */
export function useSelection(query: string): Selection {
  const [state, setState] = useState({ ...NOTHING, query });
  const current = state.query === query ? state : { ...NOTHING, query };

  return useMemo(() => {
    const update = (change: (state: State) => State) =>
      setState((old) => ({ ...change(old.query === query ? old : NOTHING), query }));
    return {
      keys: current.keys,
      isAllMatching: current.isAllMatching,
      count: (total) => (current.isAllMatching ? total : current.keys.size),
      has: (key) => current.isAllMatching || current.keys.has(key),
      toggle: (key) => update((old) => toggled(old, key)),
      extendTo: (key, order) => update((old) => extend(old, key, order)),
      toggleAll: (keys) =>
        update((old) =>
          old.isAllMatching || keys.every((key) => old.keys.has(key))
            ? NOTHING
            : { ...NOTHING, keys: new Set([...old.keys, ...keys]) },
        ),
      selectAllMatching: () => update((old) => ({ ...old, isAllMatching: true })),
      clear: () => update(() => NOTHING),
    };
  }, [current.keys, current.isAllMatching, query]);
}
