import { constants, setPriority } from 'node:os';
import type { ChildProcess } from 'node:child_process';
import { DescriptionError, refused } from './description-error.ts';
import { errorOfAnswer } from './worker-job.ts';
import type { AnswerMessage, JobKind, JobMessage, JobResults, Source } from './worker-job.ts';

export interface PoolOptions {
  workerPath: string;
  size: number;
  /** Heap of one worker. */
  memoryMb: number;
  /** For one job, from the moment a worker takes it. */
  timeMs: number;
  maxWaiting: number;
  /** After so long without a job a worker is stopped, which gives its memory back. */
  idleMs: number;
}

export interface WorkerPool {
  run<K extends JobKind>(
    kind: K,
    sources: readonly Source[],
    options?: JobMessage['options'],
  ): Promise<JobResults[K]>;
  /** Stops every worker; what is under way fails. */
  close(): void;
}

interface Task {
  message: JobMessage;
  resolve: (result: JobResults[JobKind]) => void;
  reject: (error: unknown) => void;
}

interface Slot {
  worker: ChildProcess;
  task: Task | null;
  timer: NodeJS.Timeout | undefined;
  /** The end of what the worker wrote about its own failure. */
  lastWords: string;
}

/**
 * Processes for work on descriptions: bounded in number, memory, time and queue, and gone when there is nothing to do.
 * They are processes and not threads because V8 ends the whole process when the heap of a thread overflows by more than
 * a small allowance, which one large array is enough for: https://github.com/nodejs/node/issues/47224
 */
export function createWorkerPool(options: PoolOptions): WorkerPool {
  const slots = new Set<Slot>();
  const waiting: Task[] = [];

  function pump(): void {
    while (waiting.length > 0) {
      const slot =
        [...slots].find(({ task }) => task === null) ?? (slots.size < options.size ? open() : null);
      const task = slot && waiting.shift();
      if (!task) return;
      start(slot, task);
    }
  }

  function open(): Slot {
    // Asked for at run time: a bundler that saw the call would try to bundle the worker.
    const worker = process.getBuiltinModule('node:child_process').fork(options.workerPath, [], {
      execArgv: [`--max-old-space-size=${options.memoryMb}`],
      env: { NODE_ENV: 'production' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    yieldToOthers(worker);
    const slot: Slot = { worker, task: null, timer: undefined, lastWords: '' };
    worker.on('message', (answer: AnswerMessage) => {
      const task = finish(slot);
      rest(slot);
      if ('result' in answer) task?.resolve(answer.result);
      else task?.reject(errorOfAnswer(answer));
      pump();
    });
    worker.stderr?.on(
      'data',
      (words: Buffer) => (slot.lastWords = (slot.lastWords + String(words)).slice(-2000)),
    );
    worker.on('error', (error) => fail(slot, error));
    worker.on('close', () => fail(slot, explain(slot.lastWords, options)));
    slots.add(slot);
    return slot;
  }

  function start(slot: Slot, task: Task): void {
    clearTimeout(slot.timer);
    slot.task = task;
    slot.timer = setTimeout(() => fail(slot, tooSlow(options.timeMs)), options.timeMs);
    hold(slot, true);
    slot.worker.send(task.message, (error) => error && fail(slot, error));
  }

  function finish(slot: Slot): Task | null {
    const { task } = slot;
    clearTimeout(slot.timer);
    slot.task = null;
    return task;
  }

  function rest(slot: Slot): void {
    hold(slot, false);
    slot.timer = setTimeout(() => discard(slot), options.idleMs).unref();
  }

  function discard(slot: Slot): void {
    slots.delete(slot);
    clearTimeout(slot.timer);
    hold(slot, false);
    slot.worker.kill('SIGKILL');
  }

  /** The worker goes, whatever it was doing; the next task gets a new one. */
  function fail(slot: Slot, error: unknown): void {
    const task = finish(slot);
    discard(slot);
    task?.reject(error);
    pump();
  }

  return {
    run(kind, sources, how) {
      const isBusy = slots.size >= options.size && [...slots].every(({ task }) => task !== null);
      if (isBusy && waiting.length >= options.maxWaiting) return Promise.reject(busy());
      return new Promise((resolve, reject) => {
        const settle = resolve as (result: JobResults[JobKind]) => void;
        waiting.push({ message: { kind, sources: [...sources], options: how }, resolve: settle, reject });
        pump();
      });
    },
    close() {
      for (const task of waiting.splice(0)) task.reject(busy());
      for (const slot of slots) discard(slot);
    },
  };
}

/** Whoever waits for an answer of the gate goes before whoever waits for a scan. */
function yieldToOthers({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended already, or the system has no priorities.
  }
}

/** A worker keeps this process alive only while it works. */
function hold({ worker }: Slot, isWorking: boolean): void {
  const how = isWorking ? 'ref' : 'unref';
  worker[how]();
  worker.channel?.[how]();
  const { stderr } = worker;
  if (stderr && how in stderr) Reflect.get(stderr, how).call(stderr);
}

const busy = () =>
  new DescriptionError(
    503,
    'busy',
    'Too many descriptions are waiting to be analysed. Try again in a few seconds.',
  );

const tooSlow = (timeMs: number) =>
  refused('time-limit', `The description could not be analysed within ${timeMs / 1000} seconds.`);

function explain(lastWords: string, { memoryMb }: PoolOptions): Error {
  return lastWords.includes('heap out of memory') || lastWords.includes('heap limit')
    ? refused('memory-limit', `Analysing the description takes more than ${memoryMb} MB of memory.`)
    : new Error(`the worker stopped before it had answered: ${lastWords}`);
}
