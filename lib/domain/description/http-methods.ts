/** Keys of an OpenAPI path item that are operations, in the order of the specification; `query` is new in 3.2. */
export const HTTP_METHODS = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'query',
] as const;

/** Methods that change nothing by their definition (RFC 9110, QUERY by its draft). */
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'QUERY']);

/** Whether a method in upper case may change something; an unknown one may. */
export const isWriteMethod = (method: string): boolean => !SAFE_METHODS.has(method);
