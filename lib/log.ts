import { pino, stdSerializers } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { logLevel } from './env.ts';

const SECRET_FIELDS = [
  'authorization',
  'cookie',
  '"set-cookie"',
  'password',
  'secret',
  'token',
  'clientSecret',
  'privateKey',
  'connectionString',
];
const REDACTED = '[redacted]';

/** Credentials inside addresses and bearer tokens inside free text, as drivers and clients put them into messages. */
export const withoutCredentials = (text: string): string =>
  text
    .replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s/@:]*:[^\s/@]+@/gi, `$1${REDACTED}@`)
    .replace(/\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{8,}/g, `$1 ${REDACTED}`);

let target = pino.destination({ dest: 1, sync: true });

/** For programs whose standard output carries their result and nothing else. */
export function logToStandardError(): void {
  target = pino.destination({ dest: 2, sync: true });
}

/** JSON lines for machines. The server writes them to standard output, the operator's command line to standard error. */
export function createLogger(destination?: DestinationStream, level: string = logLevel()): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: SECRET_FIELDS.flatMap((field) =>
          field.startsWith('"')
            ? [`[${field}]`, `*[${field}]`, `*.*[${field}]`]
            : [field, `*.${field}`, `*.*.${field}`],
        ),
        censor: REDACTED,
      },
      serializers: { err: plainError },
      hooks: {
        logMethod(args, method) {
          const at = args.findIndex((arg) => typeof arg === 'string');
          if (at >= 0) args[at] = withoutCredentials(String(args[at]));
          method.apply(this, args);
        },
      },
    },
    destination ?? { write: (line) => target.write(line) },
  );
}

function plainError(error: unknown) {
  if (!(error instanceof Error)) return error;
  const { type, message, stack, code } = stdSerializers.err(error);
  return { type, code, message: withoutCredentials(message), stack: withoutCredentials(stack) };
}

// Route bundles are loaded separately; the process has one log.
const holder = globalThis as typeof globalThis & { gatehouseLog?: Logger };

export const log: Logger = (holder.gatehouseLog ??= createLogger());
