import { formatBytes } from '#lib/client/format-number.ts';

interface FileFieldProps {
  label: string;
  file: File | null;
  onChange: (file: File | null) => void;
}

/** Takes a file by choosing or by dropping it: the input lies over the whole field, and browsers let files fall into it. */
export function FileField({ label, file, onChange }: FileFieldProps) {
  return (
    <div className="relative rounded-md border border-dashed border-control p-6 text-center text-13 focus-within:outline-2 focus-within:outline-focus hover:border-accent">
      <input
        type="file"
        aria-label={label}
        className="absolute inset-0 cursor-pointer opacity-0"
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
    </div>
  );
}
