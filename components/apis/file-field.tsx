'use client';
import { useState } from 'react';
import { formatBytes } from '#lib/client/format-number.ts';
import { cx } from '../ui/class-names.ts';

interface FileFieldProps {
  label: string;
  file: File | null;
  onChange: (file: File | null) => void;
}

/** Takes a file by choosing or by dropping it. */
export function FileField({ label, file, onChange }: FileFieldProps) {
  const [isOver, setOver] = useState(false);
  return (
    <label
      className={cx(
        'mt-3 block cursor-pointer rounded-md border border-dashed p-6 text-center text-13 focus-within:outline-2 focus-within:outline-focus',
        isOver ? 'border-accent bg-accent-soft' : 'border-control',
      )}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onChange(event.dataTransfer.files[0] ?? null);
      }}
    >
      <span className="sr-only">{label}</span>
      <input
        type="file"
        className="sr-only"
        onChange={(event) => onChange(event.target.files?.[0] ?? null)}
      />
      {file ? (
        <>
          <span className="font-medium">{file.name}</span>
          <span className="block text-muted">{formatBytes(file.size)}</span>
        </>
      ) : (
        <span className="text-muted">Drop a file here, or press to choose one</span>
      )}
    </label>
  );
}
