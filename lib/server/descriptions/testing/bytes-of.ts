import { DescriptionError } from '../description-error.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The refusal that a call throws; fails the test when it throws nothing, or something else. */
export function refusalOf(call: () => unknown): DescriptionError {
  try {
    call();
  } catch (error) {
    if (error instanceof DescriptionError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
