let isOpen = false;
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
  for (const listener of listeners) listener();
}
