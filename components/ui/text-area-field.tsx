import type { ComponentProps } from 'react';
import { cx } from './class-names.ts';
import type { FieldTexts } from './field.tsx';
import { CONTROL } from './control-class.ts';
import { Field } from './field.tsx';

type TextAreaFieldProps = FieldTexts &
  Omit<ComponentProps<'textarea'>, keyof FieldTexts> & { isMono?: boolean };

/** Some lines of text; grows with what is written. */
export function TextAreaField({
  label,
  hint,
  error,
  isOptional,
  hideLabel,
  className,
  isMono,
  ...area
}: TextAreaFieldProps) {
  return (
    <Field {...{ label, hint, error, isOptional, hideLabel, className }}>
      {(control) => (
        <textarea
          rows={4}
          {...area}
          {...control}
          className={cx(
            CONTROL,
            'field-sizing-content max-h-96 min-h-16 resize-y py-1.5',
            isMono && 'font-mono',
          )}
        />
      )}
    </Field>
  );
}
