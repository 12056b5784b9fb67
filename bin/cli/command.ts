/** What a command finds around it. */
export interface CommandContext {
  /** By placeholder: `positionals.EMAIL`. */
  positionals: Record<string, string>;
  options: Record<string, string | undefined>;
  /**
   * Opens the database that is configured: the one of a running server, or the embedded one for as long as the command
   * runs. Afterwards `env()` and `connection()` of lib/server work. A command that never calls it needs no database.
   */
  connect: (options?: ConnectOptions) => Promise<OpenDatabase>;
  /** A file as the person typed it, relative to where it was typed. */
  resolveFile: (path: string) => string;
  /** A line on standard error. */
  say: (line: string) => void;
}

export interface ConnectOptions {
  /** False for the command that migrates by itself. */
  shouldMigrate?: boolean;
}

export interface OpenDatabase {
  ownerUrl: string;
  appUrl: string;
}

/** `text` is printed, or `json` with `--json`; nothing else reaches standard output. */
export interface CommandResult {
  text: string;
  json: unknown;
  /** The result is a no: it is printed all the same, and the exit code says so. */
  isRefused?: boolean;
}

/** What every file of `bin/commands` exports. */
export type RunCommand = (context: CommandContext) => Promise<CommandResult>;
