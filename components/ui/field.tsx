import type { ReactNode } from 'react';
import { useId } from 'react';
import { cx } from './class-names.ts';
import { Icon } from './icon.tsx';

export interface FieldTexts {
  label: string;
  /** What to enter, and in which form. */
  hint?: ReactNode;
  /** What is wrong with it and how to mend it. */
  error?: string | undefined;
  isOptional?: boolean | undefined;
  /** Keeps the label for screen readers only, where the place explains it. */
  hideLabel?: boolean;
  className?: string | undefined;
}

interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
}

/** Label, hint and error around a control of any kind. */
export function Field({
  label,
  hint,
  error,
  isOptional,
  hideLabel,
  className,
  children,
}: FieldTexts & { children: (control: ControlProps) => ReactNode }) {
  const id = useId();
  const hintId = `${id}hint`;
  const errorId = `${id}error`;
  const describedBy = cx(hint ? hintId : null, error ? errorId : null) || undefined;
  return (
    <div className={cx('min-w-0', className)}>
      <label
        htmlFor={id}
        className={hideLabel ? 'sr-only' : 'mb-1 flex items-baseline gap-1.5 text-13 font-medium'}
      >
        {label}
        {isOptional && <span className="text-12 font-normal text-muted">optional</span>}
      </label>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <div id={hintId} className="mt-1 text-12 text-muted">
          {hint}
        </div>
      )}
      {error && (
        <p id={errorId} className="mt-1 flex gap-1.5 text-12 text-prevented">
          <Icon name="circle-alert" size={14} className="mt-px" />
          {error}
        </p>
      )}
    </div>
  );
}
