import type { ReactNode } from 'react';
import { useId } from 'react';

/** A titled part of a long form: what it is about at the left, its fields at the right; below each other where it is narrow. */
export function FormPart({
  title,
  description,
  children,
}: {
  title: string;
  description?: ReactNode;
  children: ReactNode;
}) {
  const titleId = useId();
  return (
    <section
      aria-labelledby={titleId}
      className="grid gap-x-10 gap-y-4 border-t border-line py-6 first:border-t-0 first:pt-0 lg:grid-cols-[15rem_minmax(0,1fr)]"
    >
      <div>
        <h2 id={titleId} className="text-14">
          {title}
        </h2>
        {description && <div className="mt-1 text-13 text-muted">{description}</div>}
      </div>
      <div className="min-w-0 space-y-4">{children}</div>
    </section>
  );
}
