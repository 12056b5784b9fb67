import type { ComponentProps, ReactNode } from 'react';
import { useId } from 'react';
import { cx } from './class-names.ts';
import { Icon } from './icon.tsx';

export interface ChoiceCard {
  value: string;
  label: string;
  /** When to choose it. */
  detail?: ReactNode;
}

interface ChoiceCardsProps extends Omit<ComponentProps<'input'>, 'type' | 'value'> {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  choices: readonly ChoiceCard[];
  /** Beside each other where there is room; as many as there are choices, unless given. */
  columns?: 2 | 3 | 4;
  /** For choices that the caller holds; without it the form holds them. */
  checkedValue?: string;
}

const COLUMNS: Readonly<Record<number, string>> = {
  2: 'sm:grid-cols-2',
  3: 'sm:grid-cols-3',
  4: 'sm:grid-cols-4',
};

/** One of a few, each with the sentence that tells when it is the right one. Takes what an `<input>` takes, for `register`. */
export function ChoiceCards({
  label,
  hint,
  error,
  choices,
  columns,
  checkedValue,
  className,
  ...input
}: ChoiceCardsProps) {
  const id = useId();
  return (
    <fieldset
      className={cx('min-w-0', className)}
      aria-invalid={error ? true : undefined}
      aria-describedby={cx(hint ? `${id}hint` : null, error ? `${id}error` : null) || undefined}
    >
      <legend className="mb-1 text-13 font-medium">{label}</legend>
      {hint && (
        <p id={`${id}hint`} className="-mt-0.5 mb-1.5 text-12 text-muted">
          {hint}
        </p>
      )}
      <div className={cx('grid gap-2', COLUMNS[columns ?? choices.length])}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={cx(
              'relative flex gap-2 rounded-md border bg-raised p-2.5 hover:border-muted/60',
              'has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
              error ? 'border-prevented' : 'border-control',
            )}
          >
            <input
              type="radio"
              {...input}
              {...(checkedValue === undefined ? {} : { checked: choice.value === checkedValue })}
              value={choice.value}
              className="mt-0.5 size-4 shrink-0 outline-none"
            />
            <span className="min-w-0">
              <span className="block text-13 font-medium">{choice.label}</span>
              {choice.detail && <span className="block text-12 text-muted">{choice.detail}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}error`} className="mt-1 flex gap-1.5 text-12 text-prevented">
          <Icon name="circle-alert" size={14} className="mt-px" />
          {error}
        </p>
      )}
    </fieldset>
  );
}
