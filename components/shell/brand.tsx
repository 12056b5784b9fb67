import { AppLink } from '../ui/app-link.tsx';
import { Icon } from '../ui/icon.tsx';

export function Brand() {
  return (
    <AppLink href="/" className="flex h-12 items-center gap-2.5 rounded-md px-4.5">
      <Icon name="mark" size={18} className="text-accent-text" />
      <span className="rail-label text-14 font-semibold tracking-[-0.01em]">Gatehouse</span>
    </AppLink>
  );
}
