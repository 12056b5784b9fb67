export interface ToastMessage {
  title: string;
  detail?: string;
  tone?: 'done' | 'info' | 'error';
  /** One way on, for example to what was made. */
  action?: { label: string; href: string };
}

export interface Toast extends ToastMessage {
  id: number;
}

/** How long a message stays, in milliseconds; errors stay until they are closed. */
const STAYS = 6000;

let toasts: readonly Toast[] = [];
let announcement = '';
let lastId = 0;
const listeners = new Set<() => void>();

function publish(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

export const toastStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  toasts: () => toasts,
  announcement: () => announcement,
  /** Whether there ever was a message on this page. */
  wasUsed: () => lastId > 0,
};

export function dismissToast(id: number): void {
  publish(toasts.filter((toast) => toast.id !== id));
}

/** Says in a corner that something is done, with a way on. Not for errors of a form: those belong beside the form. */
export function showToast(message: ToastMessage): void {
  lastId += 1;
  const id = lastId;
  publish([...toasts.slice(-2), { ...message, id }]);
  if (message.tone !== 'error') setTimeout(() => dismissToast(id), STAYS);
}

/** Says something to screen readers only, for example how many rows a filter left. */
export function announce(text: string): void {
  announcement = text;
  publish(toasts);
}
