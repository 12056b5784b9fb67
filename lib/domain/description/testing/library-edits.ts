import type { DescriptionDiff } from '../types.ts';
import type { LibraryDocument } from './library-description.ts';

/** Changes the small description in place. */
export type Edit = (document: LibraryDocument) => unknown;

export const add = (target: object, more: object) => Object.assign(target, more);
export const remove = (target: object, key: string) => Reflect.deleteProperty(target, key);

/** Places in the small description. */
export const list = (d: LibraryDocument) => d.paths['/books'].get;
export const create = (d: LibraryDocument) => d.paths['/books'].post;
export const destroy = (d: LibraryDocument) => d.paths['/books/{id}'].delete;
export const limit = (d: LibraryDocument) => list(d).parameters[0]!;
export const sort = (d: LibraryDocument) => list(d).parameters[1]!;
export const book = (d: LibraryDocument) => d.components.schemas.Book;
export const newBook = (d: LibraryDocument) => d.components.schemas.NewBook;
export const person = (d: LibraryDocument) => d.components.schemas.Person;

export type Marks = 'breaking' | 'security' | 'both' | 'other';

/** All sentences of a difference with the lists in which they stand. */
export function marked({ breaking, security, other }: DescriptionDiff): Map<string, Marks> {
  const marks = new Map<string, Marks>(other.map(({ what }) => [what, 'other']));
  for (const { what } of breaking) marks.set(what, 'breaking');
  for (const { what } of security) marks.set(what, marks.has(what) ? 'both' : 'security');
  return marks;
}
