import { DESCRIPTION_LIMITS } from '#lib/domain/description/limits.ts';

export interface DescriptionFault {
  pointer: string;
  detail: string;
}

export type DescriptionErrorStatus = 400 | 413 | 415 | 422 | 503;

/** What is wrong with a description that was handed in. `detail` is a plain sentence that may be shown to anybody. */
export class DescriptionError extends Error {
  override readonly name = 'DescriptionError';
  readonly status: DescriptionErrorStatus;
  /** Stable, for programs, for example `description.duplicate-key`. */
  readonly code: string;
  readonly errors: DescriptionFault[] | undefined;

  constructor(status: DescriptionErrorStatus, code: string, detail: string, errors?: DescriptionFault[]) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  get detail(): string {
    return this.message;
  }
}

/** A description that was read and cannot be accepted as it is. */
export const refused = (code: string, detail: string, errors?: DescriptionFault[]): DescriptionError =>
  new DescriptionError(422, `description.${code}`, detail, errors);

export const tooDeep = (line?: number): DescriptionError =>
  refused(
    'depth',
    `The description is nested more than ${DESCRIPTION_LIMITS.depth} levels deep${line === undefined ? '' : ` in line ${line}`}.`,
  );

export const tooManyValues = (): DescriptionError =>
  refused(
    'too-many-values',
    `A description may hold at most ${DESCRIPTION_LIMITS.values.toLocaleString('en')} values.`,
  );
