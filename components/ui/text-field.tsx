import type { ComponentProps } from 'react';
import { cx } from './class-names.ts';
import type { FieldTexts } from './field.tsx';
import { CONTROL, CONTROL_HEIGHT } from './control-class.ts';
import { Field } from './field.tsx';

type TextFieldProps = FieldTexts & Omit<ComponentProps<'input'>, keyof FieldTexts> & { isMono?: boolean };

/** One line of text. Takes everything an `<input>` takes, so `{...register('name')}` fits. */
export function TextField({
  label,
  hint,
  error,
  isOptional,
  hideLabel,
  className,
  isMono,
  ...input
}: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, isOptional, hideLabel, className }}>
      {(control) => (
        <input
          autoComplete="off"
          {...input}
          {...control}
          className={cx(CONTROL, CONTROL_HEIGHT, isMono && 'font-mono')}
        />
      )}
    </Field>
  );
}
