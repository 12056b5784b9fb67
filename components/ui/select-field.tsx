import type { ComponentProps } from 'react';
import { cx } from './class-names.ts';
import type { FieldTexts } from './field.tsx';
import { CONTROL, CONTROL_HEIGHT } from './control-class.ts';
import { Field } from './field.tsx';
import { Icon } from './icon.tsx';

export interface Choice {
  value: string;
  label: string;
}

type SelectFieldProps = FieldTexts &
  Omit<ComponentProps<'select'>, keyof FieldTexts | 'children'> & {
    choices: readonly Choice[];
    /** Shown while nothing is chosen. */
    placeholder?: string;
  };

/** One of a few. The browser's own list: it works with every keyboard, finger and screen reader. */
export function SelectField({
  label,
  hint,
  error,
  isOptional,
  hideLabel,
  className,
  choices,
  placeholder,
  ...select
}: SelectFieldProps) {
  return (
    <Field {...{ label, hint, error, isOptional, hideLabel, className }}>
      {(control) => (
        <span className="relative block">
          <select {...select} {...control} className={cx(CONTROL, CONTROL_HEIGHT, 'appearance-none pr-8')}>
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {choices.map(({ value, label: text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
          <Icon
            name="chevrons-up-down"
            size={14}
            className="pointer-events-none absolute inset-y-0 right-2.5 my-auto text-muted"
          />
        </span>
      )}
    </Field>
  );
}
