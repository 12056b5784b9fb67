'use client';
import { useState } from 'react';
import { useAnswer } from '#lib/client/use-answer.ts';
import type { EnvironmentDto } from '#lib/domain/environments/dto.ts';
import type { Page } from '#lib/domain/page.ts';
import type { Right } from '#lib/domain/teams/dto.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/section.tsx';
import { EnvironmentDialog } from './environment-dialog.tsx';
import { GATE_WORDS } from './gate-words.ts';

/** The way to production, in its order, and what the gate does at each step. */
export function EnvironmentSettings({ right }: { right: Right }) {
  const { data } = useAnswer<Page<EnvironmentDto>>('/environments');
  const [open, setOpen] = useState<EnvironmentDto | 'new' | null>(null);
  const why = right.allowed ? undefined : right.reason;
  return (
    <Section
      title="Environments"
      description="In the order in which descriptions travel. Switching a gate to enforce first shows what it would have blocked."
      frame="flush"
      actions={
        <Button size="sm" icon="plus" onClick={() => setOpen('new')} disabledReason={why}>
          Add an environment
        </Button>
      }
    >
      <ul className="divide-y divide-line text-13">
        {data?.items.map((environment) => (
          <li key={environment.slug} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
            <span className="w-40 font-medium">{environment.name}</span>
            <code className="w-32 font-mono text-12 text-muted">{environment.slug}</code>
            <Badge tone={GATE_WORDS[environment.gate].tone}>{GATE_WORDS[environment.gate].word}</Badge>
            {environment.frozen && (
              <Badge tone="prevented" icon="lock">
                Frozen
              </Badge>
            )}
            <span className="min-w-0 flex-1 basis-40 text-muted">
              {environment.frozen
                ? 'Nothing is let through while it is frozen.'
                : GATE_WORDS[environment.gate].meaning}
            </span>
            <Button size="sm" onClick={() => setOpen(environment)} disabledReason={why}>
              Change
            </Button>
          </li>
        ))}
      </ul>
      {open && (
        <EnvironmentDialog
          environment={open === 'new' ? null : open}
          last={data?.items.at(-1)?.order ?? 0}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}
