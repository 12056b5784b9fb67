'use client';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { shortcutGroups } from '../ui/shortcut-store.ts';

/** All keys that work on this page. */
export function ShortcutOverlay({ onClose }: { onClose: () => void }) {
  return (
    <Dialog isOpen onClose={onClose} title="Keys" size="lg">
      <div className="gap-8 sm:columns-2">
        {shortcutGroups().map(({ title, shortcuts }) => (
          <section key={title} className="mb-5 break-inside-avoid">
            <h3 className="mb-1 text-12 text-muted">{title}</h3>
            <dl>
              {shortcuts.map(({ keys, label }) => (
                <div
                  key={keys}
                  className="flex h-8 items-center justify-between border-b border-line text-13 last:border-0"
                >
                  <dt>{label}</dt>
                  <dd>
                    <Kbd keys={keys} className="text-muted" />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
