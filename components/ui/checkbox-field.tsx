import type { ComponentProps, ReactNode } from 'react';
import { useId } from 'react';

interface CheckboxFieldProps extends Omit<ComponentProps<'input'>, 'type'> {
  label: string;
  hint?: ReactNode;
}

/** A tick box with its sentence. */
export function CheckboxField({ label, hint, ...input }: CheckboxFieldProps) {
  const id = useId();
  return (
    <div className="flex gap-2.5">
      <input
        id={id}
        type="checkbox"
        aria-describedby={hint ? `${id}hint` : undefined}
        {...input}
        className="tick touch-target mt-0.5"
      />
      <div className="min-w-0 text-13">
        <label htmlFor={id}>{label}</label>
        {hint && (
          <div id={`${id}hint`} className="text-12 text-muted">
            {hint}
          </div>
        )}
      </div>
    </div>
  );
}
