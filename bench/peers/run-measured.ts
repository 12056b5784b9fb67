import { spawn } from 'node:child_process';

export interface Measured {
  ms: number;
  /** Largest resident memory of the process, in megabytes. */
  megabytes: number;
  output: string;
  code: number | null;
}

/** Prints the peak of memory when the process ends, on a stream of its own. */
const PROBE = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => { try { writeSync(3, String(process.resourceUsage().maxRSS)); } catch {} });",
)}`;

/** Runs a Node program to its end, or kills it after `limitMs`; what it costs is measured the same for everybody. */
export function runMeasured(args: readonly string[], limitMs: number): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, ['--import', PROBE, ...args], {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
    let output = '';
    let peak = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stdio[3]?.on('data', (chunk: Buffer) => (peak += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ ms: performance.now() - start, megabytes: Math.round(Number(peak) / 1024), output, code });
    });
  });
}
