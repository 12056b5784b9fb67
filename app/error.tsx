'use client';
import { ErrorState } from '#components/ui/error-state.tsx';

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <div className="grid min-h-[70dvh] place-items-center">
      <div>
        <ErrorState error={error} onRetry={reset} />
        {error.digest && (
          <p className="text-center text-12 text-muted">
            Error <code className="font-mono">{error.digest}</code>
          </p>
        )}
      </div>
    </div>
  );
}
