'use client';
import { useRef, useState } from 'react';
import { cx } from './class-names.ts';
import { copyText } from './copy-text.ts';
import { Icon } from './icon.tsx';
import { showToast } from './toast-store.ts';

/** Copies a text; the tick stays for a moment, and screen readers hear it through the changed name. */
export function CopyButton({ text, label, className }: { text: string; label: string; className?: string }) {
  const [isCopied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const copy = async () => {
    if (!(await copyText(text))) {
      showToast({ tone: 'error', title: 'It could not be copied', detail: text });
      return;
    }
    setCopied(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCopied(false), 1600);
  };
  return (
    <button
      type="button"
      onClick={() => void copy()}
      aria-label={isCopied ? 'Copied' : label}
      data-tip={isCopied ? 'Copied' : label}
      className={cx(
        'touch-target inline-flex size-5 items-center justify-center rounded-sm text-muted hover:bg-active hover:text-text',
        className,
      )}
    >
      <Icon name={isCopied ? 'check' : 'copy'} size={12} className={isCopied ? 'text-allowed' : ''} />
    </button>
  );
}
