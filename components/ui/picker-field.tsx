'use client';
import { useLayoutEffect, useRef, useState } from 'react';
import { cx } from './class-names.ts';
import type { FieldTexts } from './field.tsx';
import { CONTROL, CONTROL_HEIGHT } from './control-class.ts';
import { Field } from './field.tsx';
import { Icon } from './icon.tsx';
import { moveTo } from './move-to.ts';
import { useListbox } from './use-listbox.ts';
import { useRemoteSearch } from './use-remote-search.ts';

export interface PickerOption {
  value: string;
  label: string;
  /** A second line: an address, a path in the tree. */
  detail?: string;
  disabledReason?: string | null;
}

type PickerFieldProps<Option extends PickerOption> = FieldTexts & {
  value: Option | null;
  onChange: (option: Option | null) => void;
  /** Asks the server; an empty text asks for the likeliest. Nothing unbounded is ever loaded. */
  search: (text: string, signal: AbortSignal) => Promise<readonly Option[]>;
  placeholder?: string;
};

/** One of many, found by typing. */
export function PickerField<Option extends PickerOption>({
  value,
  onChange,
  search,
  placeholder = 'Type to search',
  ...texts
}: PickerFieldProps<Option>) {
  const input = useRef<HTMLInputElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  /** What is being typed; null while nothing is, and the chosen label shows. */
  const [text, setText] = useState<string | null>(null);
  const isOpen = text !== null;
  const { results, isBusy, error } = useRemoteSearch(text ?? '', isOpen, search);

  const choose = (index: number) => {
    const option = results[index];
    if (!option || option.disabledReason) return;
    onChange(option);
    setText(null);
  };
  const { active, setMarked, inputProps, listProps, optionProps } = useListbox({
    count: results.length,
    isOpen,
    isCurrent: () => !isBusy,
    onChoose: choose,
  });

  useLayoutEffect(() => {
    const list = popup.current;
    if (!list || !input.current) return;
    if (!isOpen) return list.hidePopover();
    list.showPopover();
    list.style.width = `${input.current.getBoundingClientRect().width}px`;
    moveTo(list, input.current, { most: 320 });
  }, [isOpen, results]);

  return (
    <Field {...texts}>
      {(control) => (
        <>
          <span className="relative block">
            <input
              ref={input}
              {...control}
              {...inputProps}
              value={text ?? value?.label ?? ''}
              placeholder={placeholder}
              onFocus={(event) => event.target.select()}
              onClick={() => setText((old) => old ?? '')}
              onChange={(event) => {
                setText(event.target.value);
                setMarked(0);
              }}
              onBlur={() => setText(null)}
              onKeyDown={(event) => {
                if (!isOpen && event.key === 'ArrowDown') setText('');
                else if (isOpen && event.key === 'Escape') {
                  event.preventDefault();
                  event.stopPropagation();
                  setText(null);
                } else inputProps.onKeyDown(event);
              }}
              className={cx(CONTROL, CONTROL_HEIGHT, 'pr-8')}
            />
            {value && !isOpen ? (
              <button
                type="button"
                aria-label={`Clear ${texts.label}`}
                onClick={() => {
                  onChange(null);
                  input.current?.focus();
                }}
                className="absolute inset-y-0 right-1 my-auto inline-flex size-6 items-center justify-center rounded-sm text-muted hover:text-text"
              >
                <Icon name="x" size={14} />
              </button>
            ) : (
              <Icon
                name={isBusy ? 'loader-circle' : 'search'}
                size={14}
                className={cx('absolute inset-y-0 right-2.5 my-auto text-muted', isBusy && 'spinner')}
              />
            )}
          </span>
          <div
            ref={popup}
            popover="manual"
            className="fixed overflow-y-auto rounded-md bg-raised p-1 shadow-float"
          >
            <div {...listProps} aria-label="Choices">
              {results.map((option, index) => (
                <div
                  key={option.value}
                  {...optionProps(index)}
                  aria-disabled={option.disabledReason ? true : undefined}
                  className={cx(
                    'cursor-pointer rounded-sm px-2 py-1.5 text-13',
                    index === active && 'bg-active',
                    option.disabledReason && 'text-muted',
                  )}
                >
                  <span className="block truncate">{option.label}</span>
                  {(option.disabledReason ?? option.detail) && (
                    <span className="block truncate text-12 text-muted">
                      {option.disabledReason ?? option.detail}
                    </span>
                  )}
                </div>
              ))}
            </div>
            {results.length === 0 && (
              <p role="status" className="px-2 py-2 text-13 text-muted">
                {error ? 'The search failed. Type again to retry.' : isBusy ? 'Searching' : 'Nothing matches'}
              </p>
            )}
          </div>
        </>
      )}
    </Field>
  );
}
