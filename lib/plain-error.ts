/**
 * A failure with a sentence for the person at the terminal: `message` says what is wrong, `hint` the way out, `details`
 * are lines of a program's own output. Printed without a stack.
 */
export class PlainError extends Error {
  readonly hint: string | undefined;
  readonly details: string | undefined;

  constructor(message: string, options: { hint?: string; details?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'PlainError';
    this.hint = options.hint;
    this.details = options.details;
  }
}
