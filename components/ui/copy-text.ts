/**
 * Puts a text on the clipboard and answers whether it is there. Browsers offer the clipboard to secure contexts only,
 * which an intranet address without TLS is not: there the text goes through a field that is selected and copied.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    // The types promise it everywhere.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (clipboard) {
      await clipboard.writeText(text);
      return true;
    }
  } catch {
    // Refused, for example by a policy of the browser: the other way may still be open.
  }
  return copySelected(text);
}

function copySelected(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  // While a dialog is open, what is outside of it can be neither focused nor selected.
  (before?.closest('dialog') ?? document.body).append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }
}
