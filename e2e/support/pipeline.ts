import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';

const SCRIPT = resolve(import.meta.dirname, 'pipeline.sh');

export interface PipelineRun {
  exitCode: number | null;
  output: string;
  errors: string;
}

export interface RunningPipeline {
  /** What it has told so far, beside its result. */
  errors: () => string;
  ended: Promise<PipelineRun>;
}

export interface Pipeline {
  start: (step: 'register' | 'check' | 'deploy', options?: readonly string[]) => RunningPipeline;
  run: (step: 'register' | 'check' | 'deploy', options?: readonly string[]) => Promise<PipelineRun>;
}

/** Runs the script with the settings of a job, and nothing else of the surroundings. */
export function pipelineOf(settings: {
  address: string;
  token: string;
  api: string;
  spec?: string;
}): Pipeline {
  const start: Pipeline['start'] = (step, options = []) => {
    const child = spawn('sh', [SCRIPT, step, ...options], {
      env: {
        NODE_ENV: 'production',
        PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
        GATEHOUSE_URL: settings.address,
        GATEHOUSE_TOKEN: settings.token,
        API: settings.api,
        SPEC: settings.spec ?? '',
      },
    });
    const told = { output: '', errors: '' };
    child.stdout.on('data', (chunk) => (told.output += chunk));
    child.stderr.on('data', (chunk) => (told.errors += chunk));
    const ended = new Promise<PipelineRun>((done, fail) => {
      child.once('error', fail);
      child.once('close', (exitCode) => done({ exitCode, ...told }));
    });
    return { errors: () => told.errors, ended };
  };
  return { start, run: (step, options) => start(step, options).ended };
}
