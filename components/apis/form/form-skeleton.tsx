import { Skeleton } from '../../ui/skeleton.tsx';

const PARTS = [4, 5, 2];

/** The form before its script is there, in about its final size. */
export function FormSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="max-w-5xl">
      {PARTS.map((fields, part) => (
        <div
          key={part}
          className="grid gap-x-10 gap-y-4 border-t border-line py-6 first:border-t-0 first:pt-0 lg:grid-cols-[15rem_minmax(0,1fr)]"
        >
          <Skeleton className="w-32" />
          <div className="grid gap-5 sm:grid-cols-2">
            {Array.from({ length: fields }, (_, field) => (
              <span key={field} className="block space-y-2">
                <Skeleton className="w-24" />
                <Skeleton className="h-8 w-full" />
              </span>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
