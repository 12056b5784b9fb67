/** Key of one object or read model; `search` as in the address. A page on the server puts its answer under the same key. */
export const answerKey = (path: string, search = '') => [path, 'one', search] as const;
