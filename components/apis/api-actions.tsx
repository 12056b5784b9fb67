'use client';
import { useState } from 'react';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { lazyDialog } from '../ui/lazy-dialog.tsx';

const RequestReviewDialog = lazyDialog(
  async () => (await import('./request-review-dialog.tsx')).RequestReviewDialog,
);
const UploadDialog = lazyDialog(async () => (await import('./upload-dialog.tsx')).UploadDialog);

const why = (right: ApiDto['rights']['edit']) => (right.allowed ? undefined : right.reason);

/** What can be done with the API from any of its tabs. */
export function ApiActions({ api }: { api: ApiDto }) {
  const [open, setOpen] = useState<'review' | 'upload' | null>(null);
  const { rights } = api;
  const noDescription = api.latestRevision
    ? undefined
    : 'Upload a description first: there is nothing to review yet.';
  return (
    <>
      <Menu
        label="More"
        icon="ellipsis"
        items={[
          { label: 'Edit', icon: 'pencil', href: `/apis/${api.slug}/edit`, disabledReason: why(rights.edit) },
          {
            label: 'Hand over',
            icon: 'arrow-left-right',
            href: `/apis/${api.slug}/ownership`,
            disabledReason: why(rights.offer),
          },
        ]}
      />
      <Button icon="upload" onClick={() => setOpen('upload')} disabledReason={why(rights.upload)}>
        Upload a description
      </Button>
      <Button
        variant="primary"
        icon="clipboard-check"
        onClick={() => setOpen('review')}
        disabledReason={why(rights.requestReview) ?? noDescription}
      >
        Request review
      </Button>
      {open === 'review' && <RequestReviewDialog api={api} onClose={() => setOpen(null)} />}
      {open === 'upload' && <UploadDialog api={api} onClose={() => setOpen(null)} />}
    </>
  );
}
