'use client';
import { useState } from 'react';
import { ApiProblem } from '#lib/client/api-problem.ts';
import { SLUG_PATTERN, slugOf } from '#lib/client/slug-of.ts';
import { TextField } from './text-field.tsx';

export interface NameAndSlug {
  value: { name: string; slug: string };
  /** What is missing before it can be sent. */
  missing: string | undefined;
  setName: (name: string) => void;
  setSlug: (slug: string) => void;
}

/** A name, and a slug that follows it until somebody writes one. */
export function useNameAndSlug(): NameAndSlug {
  const [name, setName] = useState('');
  const [written, setSlug] = useState<string | null>(null);
  const slug = written ?? slugOf(name);
  const missing = !name.trim()
    ? 'Give it a name first.'
    : SLUG_PATTERN.test(slug)
      ? undefined
      : 'Give it a slug of lower-case letters, digits and hyphens.';
  return { value: { name, slug }, missing, setName, setSlug };
}

/** Both fields for a dialog; what the interface refused about them stands at the field. */
export function NameAndSlugFields({ names, error }: { names: NameAndSlug; error: unknown }) {
  const problem = error instanceof ApiProblem ? error : null;
  const isTaken = problem?.code.endsWith('.slug-taken') ?? false;
  return (
    <>
      <TextField
        label="Name"
        maxLength={120}
        autoFocus
        value={names.value.name}
        onChange={(event) => names.setName(event.target.value)}
        error={problem?.errorAt('/name')}
      />
      <TextField
        label="Slug"
        isMono
        maxLength={64}
        value={names.value.slug}
        onChange={(event) => names.setSlug(event.target.value)}
        error={problem?.errorAt('/slug') ?? (isTaken ? problem?.message : undefined)}
        hint="Its name in addresses and in the audit log. It cannot be changed later."
      />
    </>
  );
}
