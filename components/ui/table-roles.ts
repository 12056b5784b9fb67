/**
 * Roles that table elements have by nature, said again: on phones the rows are laid out as cards, and some browsers then
 * forget that they are rows. Spread on the element.
 */
export const TABLE = { role: 'table' } as const;
export const ROW_GROUP = { role: 'rowgroup' } as const;
export const ROW = { role: 'row' } as const;
export const HEAD_CELL = { role: 'columnheader', scope: 'col' } as const;
export const CELL = { role: 'cell' } as const;
