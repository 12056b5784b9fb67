import { useId } from 'react';
import { cx } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';

interface SegmentedProps<Value extends string> {
  label: string;
  value: Value;
  choices: readonly { value: Value; label: string; icon?: IconName; hideLabel?: boolean }[];
  onChange: (value: Value) => void;
  className?: string;
}

/** One of two to five, all visible: a view, an answer. */
export function Segmented<Value extends string>({
  label,
  value,
  choices,
  onChange,
  className,
}: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset className={cx('inline-flex rounded-md bg-active p-0.5', className)}>
      <legend className="sr-only">{label}</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          data-tip={choice.hideLabel ? choice.label : undefined}
          className="touch-target relative inline-flex h-7 items-center justify-center gap-1.5 rounded-sm px-2.5 text-12 font-medium text-muted hover:text-text has-checked:bg-raised has-checked:text-text has-checked:shadow-[0_0_0_1px_var(--line)] has-focus-visible:outline-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          {choice.icon && <Icon name={choice.icon} size={14} />}
          <span className={choice.hideLabel ? 'sr-only' : ''}>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
