import { showToast } from './toast-store.ts';

/** Says in a corner what went wrong, where no place of the page is the right one. */
export async function showError(error: unknown): Promise<void> {
  try {
    const { explainError } = await import('./error-words.ts');
    const { title, what, next } = explainError(error);
    showToast({ tone: 'error', title, detail: `${what} ${next}` });
  } catch {
    // The words themselves could not be fetched.
    showToast({
      tone: 'error',
      title: 'Gatehouse cannot be reached',
      detail: 'Check the connection, then try again.',
    });
  }
}
