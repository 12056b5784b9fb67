'use client';
import { useState } from 'react';
import { useAnswer } from '#lib/client/use-answer.ts';
import { whyNot } from '#lib/client/why-not.ts';
import type { EnvironmentDto } from '#lib/domain/environments/dto.ts';
import type { Page } from '#lib/domain/page.ts';
import type { Right } from '#lib/domain/teams/dto.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { lazyDialog } from '../ui/lazy-dialog.tsx';
import { Section } from '../ui/section.tsx';
import { GATE_WORDS } from './gate-words.ts';
import { HistoryLink } from './history-link.tsx';

const EnvironmentDialog = lazyDialog(
  async () => (await import('./environment-dialog.tsx')).EnvironmentDialog,
);

const ACTIONS = ['environment.created', 'environment.changed'];

/** The way to production, in its order, and what the gate does at each step. */
export function EnvironmentSettings({ right }: { right: Right }) {
  const { data } = useAnswer<Page<EnvironmentDto>>('/environments');
  const [open, setOpen] = useState<EnvironmentDto | 'new' | null>(null);
  const environments = data?.items ?? [];
  const refusal = whyNot(right);
  return (
    <Section
      title="Environments"
      count={environments.length}
      description="In the order in which APIs travel. A gate that begins to enforce first shows what it would have blocked."
      frame="flush"
      actions={
        <>
          <HistoryLink actions={ACTIONS} />
          <Button size="sm" icon="plus" onClick={() => setOpen('new')} disabledReason={refusal}>
            Add an environment
          </Button>
        </>
      }
    >
      <ol className="divide-y divide-line text-13">
        {environments.map((environment, at) => (
          <li key={environment.slug} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <span
              aria-hidden
              className="inline-flex size-5 shrink-0 items-center justify-center rounded-full bg-active text-12 font-medium text-muted"
            >
              {at + 1}
            </span>
            <span className="min-w-0 basis-44">
              <span className="block font-medium">{environment.name}</span>
              <code className="font-mono text-12 text-muted">{environment.slug}</code>
            </span>
            <span className="flex min-w-0 flex-1 basis-64 flex-wrap items-center gap-x-3 gap-y-1">
              <Badge tone={GATE_WORDS[environment.gate].tone}>{GATE_WORDS[environment.gate].word}</Badge>
              {environment.frozen && (
                <Badge tone="prevented" icon="lock">
                  Frozen
                </Badge>
              )}
              <span className="text-muted">
                {environment.frozen ? FROZEN[environment.gate] : GATE_WORDS[environment.gate].meaning}
              </span>
            </span>
            <Button
              size="sm"
              aria-label={`Change ${environment.name}`}
              onClick={() => setOpen(environment)}
              disabledReason={refusal}
            >
              Change
            </Button>
          </li>
        ))}
      </ol>
      {open && (
        <EnvironmentDialog
          environment={open === 'new' ? null : open}
          environments={environments}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}

const FROZEN = {
  enforce: 'Nothing is let through while it is frozen, also not what is signed off.',
  shadow: 'It is frozen, but the gate only watches.',
  off: 'It is frozen, but the gate is off.',
} as const satisfies Record<EnvironmentDto['gate'], string>;
