import { CopyButton } from './copy-button.tsx';

/** `sha256:` and the first signs of a digest; the whole of it on hover, and copied in full. */
export function Digest({ value, length = 10 }: { value: string; length?: number }) {
  const hex = value.replace(/^[a-z0-9]+:/, '');
  return (
    <span className="relative z-1 inline-flex items-center gap-1">
      <code className="font-mono text-12 text-muted" data-tip={value}>
        {hex.slice(0, length)}
      </code>
      <CopyButton text={value} label="Copy the whole digest" />
    </span>
  );
}
