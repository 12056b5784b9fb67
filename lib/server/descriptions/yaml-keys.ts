import { isScalar } from 'yaml';
import type { Scalar } from 'yaml';

/** Whether a key is the merge key of YAML 1.1, which tools still write and read. */
export const isMergeKey = (key: unknown): key is Scalar<string> =>
  isScalar(key) && key.value === '<<' && key.type === 'PLAIN';

/** A key as it is written, so that `200:` and `"200":` are one key and `1.0:` does not become `1`. */
export const plainKey = (key: Scalar): string =>
  typeof key.value === 'string' ? key.value : (key.source ?? '');
