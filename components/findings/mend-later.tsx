'use client';
import { useApi } from '../apis/use-api.ts';
import { lazyDialog } from '../ui/lazy-dialog.tsx';

/** The list of findings does not wait for what comes of mending them. */
const MendAll = lazyDialog(async () => (await import('./mend-all.tsx')).MendAll);

/** Everything a program can mend in the newest description. Its place is kept, so that the list below stays where it is. */
export function MendLater({ slug }: { slug: string }) {
  const revision = useApi(slug)?.latestRevision?.id;
  if (!revision) return null;
  return (
    <section
      aria-label="Everything a program can mend"
      className="min-h-36 rounded-md border border-line bg-raised px-4 py-2.5 text-13 sm:min-h-18"
    >
      <MendAll path={`/apis/${slug}/revisions/${revision}/fix`} />
    </section>
  );
}
