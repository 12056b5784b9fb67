let isOpen = false;
let held = '';
const listeners = new Set<() => void>();

export const paletteStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  isOpen: () => isOpen,
};

export function setPalette(open: boolean): void {
  isOpen = open;
  held = '';
  for (const listener of listeners) listener();
}

/** Keys that are pressed while the script of the palette is on its way are meant for it. */
export function holdKey(key: string): void {
  if (key === 'Escape') setPalette(false);
  else if (key.length === 1) held += key;
}

export const heldKeys = () => held;
