'use client';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { apiGet } from '#lib/client/api.ts';
import type { TextWindowDto } from '#lib/domain/revisions/text-dto.ts';
import { cx } from '../ui/class-names.ts';
import { ErrorNote } from '../ui/error-state.tsx';
import { CONTROL, CONTROL_HEIGHT } from '../ui/control-class.ts';
import { Icon } from '../ui/icon.tsx';

const LABEL = 'Find text, /pointer or line number';

interface TextSearchProps {
  /** Of the text. */
  path: string;
  /** Where the search begins. */
  line: number | null;
  totalLines: number;
  onFound: (line: number) => void;
}

/** Goes to a line, to what stands at a JSON pointer, or to the next place with a text; once more to the one after. */
export function TextSearch({ path, line, totalLines, onFound }: TextSearchProps) {
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function search(event: FormEvent) {
    event.preventDefault();
    const wanted = text.trim().replace(/^#(?=\/)/, '');
    if (wanted === '') return;
    setError(null);
    setMissing(false);
    try {
      const found = await find(wanted);
      if (found === null) setMissing(true);
      else onFound(found);
    } catch (problem) {
      setError(problem);
    }
  }

  async function find(wanted: string): Promise<number | null> {
    const number = /^\d{1,9}$/.test(wanted) ? Number(wanted) : 0;
    if (number >= 1 && number <= totalLines) return number;
    const from = line === null || line >= totalLines ? 1 : line + 1;
    const what = wanted.startsWith('/') ? { pointer: wanted } : { find: wanted, from };
    return (await apiGet<TextWindowDto>(path, { ...what, lines: 1 })).at;
  }

  return (
    <form role="search" onSubmit={(event) => void search(event)} className="min-w-52 flex-1 sm:max-w-80">
      <label className="relative block">
        <span className="sr-only">{LABEL}</span>
        <Icon
          name="search"
          size={14}
          className="pointer-events-none absolute inset-y-0 left-2.5 my-auto text-muted"
        />
        <input
          type="search"
          data-list-search
          value={text}
          maxLength={200}
          placeholder={LABEL}
          onChange={(event) => {
            setText(event.target.value);
            setMissing(false);
          }}
          className={cx(CONTROL, CONTROL_HEIGHT, 'pl-8 [&::-webkit-search-cancel-button]:hidden')}
        />
      </label>
      <p role="status" className="text-12 text-muted">
        {isMissing && 'It is nowhere in this text.'}
      </p>
      {error !== null && <ErrorNote error={error} during="reading" />}
    </form>
  );
}
