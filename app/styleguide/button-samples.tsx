'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Kbd } from '#components/ui/kbd.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { Section } from '#components/ui/section.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Tip } from '#components/ui/tip.tsx';
import { showToast } from '#components/ui/toast-store.ts';
import { ApiProblem } from '#lib/client/api-problem.ts';
import { FieldSamples } from './field-samples.tsx';

const VARIANTS = ['primary', 'secondary', 'ghost', 'danger'] as const;

const refuse = () =>
  Promise.reject(
    new ApiProblem({
      status: 409,
      title: 'The review has changed',
      detail: 'Somebody signed it a moment ago.',
      code: 'review.state',
      requestId: '0193b2f1',
    }),
  );

export function ButtonSamples() {
  const [open, setOpen] = useState<'dialog' | 'confirm' | 'refused' | 'sheet' | null>(null);
  const [answer, setAnswer] = useState<'yes' | 'no' | 'not-applicable'>('yes');
  const close = () => setOpen(null);
  return (
    <Section title="Verbs" className="scroll-mt-16">
      <div id="buttons" className="space-y-4">
        {(['md', 'sm'] as const).map((size) => (
          <div key={size} className="flex flex-wrap items-center gap-2">
            {VARIANTS.map((variant) => (
              <Button key={variant} variant={variant} size={size}>
                {variant === 'danger' ? 'Remove' : variant === 'primary' ? 'Sign off' : 'Hand over'}
              </Button>
            ))}
            <Button size={size} icon="upload">
              Upload
            </Button>
            <Button size={size} variant="primary" busy>
              Signing off
            </Button>
            <Button size={size} disabledReason="You requested this review; somebody else has to sign it.">
              Sign off
            </Button>
            <Button size={size} variant="primary" disabledReason="Two questions are still open.">
              Submit
            </Button>
            <Button size={size} shortcut="y">
              Yes
            </Button>
            <IconButton size={size} label="Refresh" icon="refresh-cw" shortcut="r" />
            <Menu
              size={size}
              label="More"
              icon="ellipsis"
              items={[
                { label: 'Edit', icon: 'pencil', shortcut: 'e' },
                { label: 'Upload a revision', icon: 'upload' },
                {
                  label: 'Hand over',
                  icon: 'arrow-left-right',
                  disabledReason: 'Only a manager of Payments may.',
                },
                { label: 'Remove', icon: 'trash-2', isDanger: true, startsGroup: true },
              ]}
            />
            <Menu
              size={size}
              variant="secondary"
              label="Environment"
              text="Production"
              items={[
                { label: 'Production', isChecked: true },
                { label: 'Staging', isChecked: false },
              ]}
            />
          </div>
        ))}
        <div className="flex flex-wrap items-center gap-2">
          <Button onClick={() => setOpen('dialog')}>Dialog</Button>
          <Button onClick={() => setOpen('confirm')}>Confirm</Button>
          <Button onClick={() => setOpen('refused')}>Confirm, refused</Button>
          <Button onClick={() => setOpen('sheet')}>Sheet</Button>
          <Button
            onClick={() =>
              showToast({
                title: 'Review requested',
                detail: 'Three people were asked.',
                action: { label: 'Open the review', href: '/reviews' },
              })
            }
          >
            Toast
          </Button>
          <Button
            onClick={() =>
              showToast({
                tone: 'error',
                title: 'The export failed',
                detail: 'No answer came from the server.',
              })
            }
          >
            Toast, error
          </Button>
          <Segmented
            label="Answer"
            value={answer}
            onChange={setAnswer}
            choices={[
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'No' },
              { value: 'not-applicable', label: 'Not applicable' },
            ]}
          />
          <Tip
            text="Points for exposure, data and criticality."
            className="text-13 underline decoration-dotted underline-offset-4"
          >
            Explained
          </Tip>
          <Kbd keys="g a" className="text-muted" />
        </div>
      </div>
      <Dialog
        isOpen={open === 'dialog'}
        onClose={close}
        title="Register an API"
        description="It starts unowned, or with a team of yours."
        footer={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button variant="primary" onClick={close}>
              Register
            </Button>
          </>
        }
      >
        <FieldSamples isBare />
      </Dialog>
      <ConfirmDialog
        isOpen={open === 'confirm' || open === 'refused'}
        onClose={close}
        title="Remove team Ledger"
        consequence={
          <p>
            <strong className="font-semibold">12 APIs will be unowned</strong> and nobody can sign them off
            until another team accepts them.
          </p>
        }
        confirmLabel="Remove team"
        isDanger
        reason={{}}
        onConfirm={open === 'refused' ? refuse : async () => undefined}
      />
      <Sheet isOpen={open === 'sheet'} onClose={close} label="Details" side="right">
        <p className="p-4 text-13">A panel from the edge.</p>
      </Sheet>
    </Section>
  );
}
