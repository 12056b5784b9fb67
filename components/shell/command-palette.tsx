'use client';
import { useRouter } from 'next/navigation';
import { Fragment, useState } from 'react';
import { cx } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useListbox } from '../ui/use-listbox.ts';
import { useModal } from '../ui/use-modal.ts';
import { useRemoteSearch } from '../ui/use-remote-search.ts';
import { findObjects, findPages } from './palette-search.ts';
import { heldKeys } from './palette-store.ts';

/** Everything that has a name, found by typing it. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const modal = useModal(onClose);
  const [text, setText] = useState(heldKeys);
  const { results, isBusy, error } = useRemoteSearch(text, true, findObjects);
  const pages = findPages(text);
  const entries = [...pages, ...(text.trim() ? results : [])];

  const choose = (index: number) => {
    const entry = entries[index];
    if (!entry) return;
    onClose();
    router.push(entry.href);
  };
  const { active, setMarked, inputProps, listProps, optionProps } = useListbox({
    count: entries.length,
    isOpen: true,
    isCurrent: (index) => index < pages.length || !isBusy,
    onChoose: choose,
  });

  return (
    <dialog
      {...modal}
      aria-label="Search or go to"
      className="mx-auto mt-[12dvh] mb-auto w-[min(38rem,calc(100vw-1.5rem))] max-w-none overflow-hidden rounded-md bg-raised shadow-float"
    >
      <div className="flex items-center gap-2.5 border-b border-line px-4">
        <Icon
          name={isBusy && text ? 'loader-circle' : 'search'}
          className={cx('text-muted', isBusy && text !== '' && 'spinner')}
        />
        <input
          {...inputProps}
          autoFocus
          aria-label="Search or go to"
          value={text}
          placeholder="Search APIs, applications, teams and people, or go to a page"
          onChange={(event) => {
            setText(event.target.value);
            setMarked(0);
          }}
          className="h-12 min-w-0 flex-1 bg-transparent text-14 outline-none pointer-coarse:text-16"
        />
        <Kbd keys="Esc" className="text-muted" />
      </div>
      <div
        {...listProps}
        aria-label="Results"
        className="max-h-[min(26rem,60dvh)] overflow-y-auto overscroll-contain p-1.5"
      >
        {entries.map((entry, index) => (
          <Fragment key={entry.id}>
            {entries[index - 1]?.group !== entry.group && (
              <div role="presentation" className="px-2.5 pt-2 pb-1 text-12 font-medium text-muted">
                {entry.group}
              </div>
            )}
            <div
              {...optionProps(index)}
              className={cx(
                'flex h-9 cursor-pointer items-center gap-2.5 rounded-sm px-2.5 text-13 pointer-coarse:h-11',
                index === active && 'bg-active',
              )}
            >
              <Icon name={entry.icon} className="text-muted" />
              <span className="truncate">{entry.label}</span>
              {entry.detail && (
                <span className="min-w-0 flex-1 truncate text-12 text-muted">{entry.detail}</span>
              )}
              {entry.keys && <Kbd keys={entry.keys} className="ml-auto text-muted" />}
            </div>
          </Fragment>
        ))}
      </div>
      <p role="status" className={entries.length > 0 && !error ? 'sr-only' : 'px-4 pb-4 text-13 text-muted'}>
        {error
          ? 'The search failed. Type again to retry.'
          : entries.length > 0
            ? `${entries.length} results`
            : isBusy
              ? 'Searching'
              : `Nothing is called “${text.trim()}”.`}
      </p>
    </dialog>
  );
}
