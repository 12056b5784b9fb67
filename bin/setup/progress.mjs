// Lines for the person who waits: what runs, that it still runs, how long it took.

/** A failure with a sentence for the person at the terminal; `hint` is the way out. */
export class PlainError extends Error {
  constructor(message, { hint, details } = {}) {
    super(message);
    this.name = 'PlainError';
    this.hint = hint;
    this.details = details;
  }
}

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** `stream` is standard error for the operator's command line, whose standard output carries only its result. */
export function createProgress(stream = process.stdout) {
  const line = (text) => stream.write(`${text}\n`);
  return {
    line,
    /** Says what begins, that it still runs every 15 s, and when it is done. */
    async step(title, work) {
      const begun = performance.now();
      line(`${title} …`);
      const ticking = setInterval(() => line(`  still at it after ${seconds(begun)}`), 15_000);
      try {
        const result = await work();
        line(`  done in ${seconds(begun)}`);
        return result;
      } finally {
        clearInterval(ticking);
      }
    },
  };
}

/** Prints a failure as sentences; a stack is shown only for what nobody foresaw. */
export function printFailure(error, stream = process.stderr) {
  if (error?.name !== 'PlainError') {
    stream.write(`Something unforeseen happened: ${error?.stack ?? error}\n`);
    return;
  }
  stream.write(`\n${error.message}\n`);
  if (error.hint) stream.write(`${error.hint}\n`);
  if (error.details) stream.write(`\n${error.details.replace(/^/gm, '    ')}\n`);
}
