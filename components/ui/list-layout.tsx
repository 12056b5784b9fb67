'use client';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button } from './button.tsx';
import { Sheet } from './sheet.tsx';

interface ListLayoutProps {
  /** A FacetList. Left of the list; on narrow screens in a sheet behind a button. */
  facets?: ReactNode;
  /** How many filters are in force. */
  activeCount?: number;
  /** ListSearch, ColumnsMenu, ExportButton, in this order. */
  toolbar: ReactNode;
  /** FilterChips. */
  chips?: ReactNode;
  /** DataTable and LoadMore. */
  children: ReactNode;
}

/** A list with its filters: the arrangement every inventory shares. */
export function ListLayout({ facets, activeCount = 0, toolbar, chips, children }: ListLayoutProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="@container">
      <div className="flex items-start gap-6">
        {facets && (
          <aside
            aria-label="Filters"
            className="no-print sticky top-16 hidden max-h-[calc(100dvh-5rem)] w-48 shrink-0 overflow-y-auto overscroll-contain pr-2 pl-0.5 @min-[60rem]:block"
          >
            {facets}
          </aside>
        )}
        <div className="min-w-0 flex-1 space-y-3">
          <div className="no-print flex flex-wrap items-center gap-2">
            {facets && (
              <Button icon="list-filter" className="@min-[60rem]:hidden" onClick={() => setOpen(true)}>
                Filters{activeCount > 0 && ` (${activeCount})`}
              </Button>
            )}
            {toolbar}
          </div>
          {chips}
          <div className="overflow-clip rounded-md border border-line bg-raised">{children}</div>
        </div>
        {facets && (
          <Sheet isOpen={isOpen} onClose={() => setOpen(false)} label="Filters" side="bottom">
            <div className="sticky top-0 flex items-center justify-between border-b border-line bg-raised px-4 py-2.5">
              <h2 className="text-14">Filters</h2>
              <Button variant="primary" onClick={() => setOpen(false)}>
                Show the list
              </Button>
            </div>
            <div className="p-4">{facets}</div>
          </Sheet>
        )}
      </div>
    </div>
  );
}
