'use client';
import type { RefObject } from 'react';
import { useEffect, useState } from 'react';
import type { Range } from './table-column.ts';
import { visibleRange } from './table-column.ts';

/** Fewer rows than this are drawn at once: the browser is faster than the bookkeeping. */
const WORTH_IT = 150;

/** Draws only the rows in sight of a long table. Rows must be equally high; on phones, where they are not, all are drawn. */
export function useVisibleRows(
  body: RefObject<HTMLElement | null>,
  count: number,
): Range & { rowHeight: number } {
  const isLong = count > WORTH_IT;
  const [range, setRange] = useState<Range>({ start: 0, end: Math.min(count, WORTH_IT) });
  const [rowHeight, setRowHeight] = useState(36);

  useEffect(() => {
    if (!isLong) return;
    const update = () => {
      const element = body.current;
      const row = element?.querySelector<HTMLElement>('tr[data-row]');
      if (!element || !row) return;
      if (getComputedStyle(row).display !== 'table-row') return setRange({ start: 0, end: count });
      const height = row.offsetHeight;
      setRowHeight(height);
      const next = visibleRange(count, height, element.getBoundingClientRect().top, window.innerHeight);
      setRange((old) => (old.start === next.start && old.end === next.end ? old : next));
    };
    update();
    window.addEventListener('scroll', update, { passive: true });
    window.addEventListener('resize', update);
    return () => {
      window.removeEventListener('scroll', update);
      window.removeEventListener('resize', update);
    };
  }, [body, count, isLong]);

  return isLong ? { ...range, rowHeight } : { start: 0, end: count, rowHeight };
}
