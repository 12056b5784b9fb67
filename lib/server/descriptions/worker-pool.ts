import type { Worker } from 'node:worker_threads';
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
  run<K extends JobKind>(kind: K, sources: readonly Source[]): Promise<JobResults[K]>;
  /** Stops every worker; what is under way fails. */
  close(): Promise<void>;
}

interface Task {
  message: JobMessage;
  resolve: (result: JobResults[JobKind]) => void;
  reject: (error: unknown) => void;
}

interface Slot {
  worker: Worker;
  task: Task | null;
  timer: NodeJS.Timeout | undefined;
}

/** Threads for work on descriptions: bounded in number, memory, time and queue, and silent when there is nothing to do. */
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
    // Asked for at run time: a bundler that saw the class would try to bundle the worker.
    const { Worker: Thread } = process.getBuiltinModule('node:worker_threads');
    const worker = new Thread(options.workerPath, {
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
    });
    const slot: Slot = { worker, task: null, timer: undefined };
    worker.on('message', (answer: AnswerMessage) => {
      if ('result' in answer) finish(slot)?.resolve(answer.result);
      else finish(slot)?.reject(errorOfAnswer(answer));
      rest(slot);
      pump();
    });
    worker.on('error', (error) => fail(slot, explain(error, options)));
    worker.on('exit', () => fail(slot, new Error('the worker stopped before it had answered')));
    slots.add(slot);
    return slot;
  }

  function start(slot: Slot, task: Task): void {
    clearTimeout(slot.timer);
    slot.task = task;
    slot.timer = setTimeout(() => fail(slot, tooSlow(options.timeMs)), options.timeMs);
    slot.worker.ref();
    const buffers = task.message.sources
      .map(({ bytes }) => bytes.buffer)
      .filter((buffer) => buffer instanceof ArrayBuffer);
    slot.worker.postMessage(task.message, buffers);
  }

  function finish(slot: Slot): Task | null {
    const { task } = slot;
    clearTimeout(slot.timer);
    slot.task = null;
    return task;
  }

  function rest(slot: Slot): void {
    slot.worker.unref();
    slot.timer = setTimeout(() => discard(slot), options.idleMs).unref();
  }

  function discard(slot: Slot): Promise<number> {
    slots.delete(slot);
    clearTimeout(slot.timer);
    slot.worker.unref();
    return slot.worker.terminate();
  }

  /** The worker goes, whatever it was doing; the next task gets a new one. */
  function fail(slot: Slot, error: unknown): void {
    const task = finish(slot);
    void discard(slot);
    task?.reject(error);
    pump();
  }

  return {
    run(kind, sources) {
      const isBusy = slots.size >= options.size && [...slots].every(({ task }) => task !== null);
      if (isBusy && waiting.length >= options.maxWaiting) return Promise.reject(busy());
      // A copy of its own can be handed over; what the caller holds may be part of a larger buffer.
      const copies = sources.map(({ bytes, mediaType }) => ({ bytes: new Uint8Array(bytes), mediaType }));
      return new Promise((resolve, reject) => {
        const settle = resolve as (result: JobResults[JobKind]) => void;
        waiting.push({ message: { kind, sources: copies }, resolve: settle, reject });
        pump();
      });
    },
    async close() {
      for (const task of waiting.splice(0)) task.reject(busy());
      await Promise.all([...slots].map((slot) => discard(slot)));
    },
  };
}

const busy = () =>
  new DescriptionError(
    503,
    'busy',
    'Too many descriptions are waiting to be analysed. Try again in a few seconds.',
  );

const tooSlow = (timeMs: number) =>
  refused('time-limit', `The description could not be analysed within ${timeMs / 1000} seconds.`);

function explain(error: unknown, { memoryMb }: PoolOptions): unknown {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory
    ? refused('memory-limit', `Analysing the description takes more than ${memoryMb} MB of memory.`)
    : error;
}
