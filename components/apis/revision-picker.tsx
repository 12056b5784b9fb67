'use client';
import { usePathname, useRouter } from 'next/navigation';
import { exactDate } from '#lib/client/format-time.ts';
import type { RevisionDto } from '#lib/domain/revisions/dto.ts';
import { Menu } from '../ui/menu.tsx';
import { useZone } from '../ui/zone.tsx';

/** Goes to another revision; the address names it unless it is the newest. */
export function RevisionPicker({
  revisions,
  chosen,
}: {
  revisions: readonly RevisionDto[];
  chosen: RevisionDto;
}) {
  const router = useRouter();
  const pathname = usePathname();
  const zone = useZone();
  const [newest] = revisions;
  return (
    <Menu
      label="Revision"
      text={`Revision ${chosen.number}`}
      icon="history"
      items={revisions.map((revision) => ({
        label: `${revision.number}: ${revision.version || 'no version'}, ${exactDate(Date.parse(revision.uploadedAt), zone)}`,
        isChecked: revision.id === chosen.id,
        onSelect: () => router.push(revision === newest ? pathname : `${pathname}?revision=${revision.id}`),
      }))}
    />
  );
}
