'use client';

/** Loaded with every page, so it stands on nothing: no component, no explanation of single errors. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <div
      role="alert"
      className="grid min-h-[70dvh] place-content-center justify-items-center px-6 text-center"
    >
      <h1 className="text-16">This page could not be shown</h1>
      <p className="mt-1 max-w-md text-13 text-muted">
        Gatehouse ran into an error. Nothing was changed. Try again; if it stays, report the code.
      </p>
      <button
        type="button"
        onClick={reset}
        className="mt-4 h-8 rounded-md border border-control bg-raised px-3 text-13 font-medium hover:bg-hover"
      >
        Try again
      </button>
      {error.digest && <code className="mt-3 font-mono text-12 text-muted">{error.digest}</code>}
    </div>
  );
}
