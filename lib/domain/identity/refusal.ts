/** A rule that says no: data, not an exception. The same value disables the button and refuses the request. */
export interface Refusal {
  /** Stable, for example `approver.requester` or `review.state`. */
  code: string;
  /** One plain sentence. */
  message: string;
  /** `forbidden` (the person may not; the default) or `conflict` (the state does not allow it). */
  kind?: 'forbidden' | 'conflict';
}

export const forbidden = (message: string, code = 'forbidden'): Refusal => ({
  code,
  message,
  kind: 'forbidden',
});
export const conflicting = (code: string, message: string): Refusal => ({ code, message, kind: 'conflict' });
