'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { apiSend } from '#lib/client/api.ts';
import { formatCounted } from '#lib/client/format-number.ts';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import type { RevisionDto } from '#lib/domain/revisions/dto.ts';
import { changesAddress } from '../revisions/changes-address.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { TextField } from '../ui/text-field.tsx';
import { showToast } from '../ui/toast-store.ts';
import { FileField } from './file-field.tsx';
import { mediaTypeOf } from './media-type-of.ts';

/** Brings a description, as a file or from a public address. */
export function UploadDialog({ api, onClose }: { api: ApiDto; onClose: () => void }) {
  const client = useQueryClient();
  const [way, setWay] = useState<'file' | 'address'>('file');
  const [file, setFile] = useState<File | null>(null);
  const [address, setAddress] = useState('');

  async function bring() {
    const { data } =
      way === 'file'
        ? await apiSend<RevisionDto & { isNew: boolean }>('POST', `/apis/${api.slug}/revisions`, file, {
            contentType: mediaTypeOf(file!.name),
          })
        : await apiSend<RevisionDto & { isNew: boolean }>('POST', `/apis/${api.slug}/revisions/import`, {
            url: address,
          });
    await client.invalidateQueries();
    showToast({
      title: data.isNew ? `Revision ${data.number} is uploaded` : 'This description was here already',
      detail: `${formatCounted(data.operationCount, 'operation')}, grade ${data.scan.grade ?? '–'}`,
      tone: 'done',
      action:
        data.number === 1
          ? { label: 'See the description', href: `/apis/${api.slug}/description` }
          : { label: 'See what changed', href: changesAddress(api.slug) },
    });
    onClose();
  }

  const missing =
    way === 'file'
      ? file
        ? undefined
        : 'Choose a file first.'
      : address
        ? undefined
        : 'Enter an address first.';
  return (
    <FormDialog
      onClose={onClose}
      title={`Upload a description of ${api.name}`}
      description="OpenAPI 2.0 to 3.2, GraphQL, AsyncAPI or protobuf, up to 64 MB. The exact bytes are kept."
      submitLabel="Upload"
      disabledReason={missing}
      onSubmit={bring}
    >
      <Segmented
        label="From where"
        value={way}
        onChange={(value) => setWay(value as 'file' | 'address')}
        choices={[
          { value: 'file', label: 'A file' },
          { value: 'address', label: 'An address' },
        ]}
      />
      {way === 'file' ? (
        <FileField label="Description" file={file} onChange={setFile} />
      ) : (
        <TextField
          label="Address"
          type="url"
          isMono
          placeholder="https://example.com/openapi.yaml"
          hint="Only the public network is reached, unless an administrator listed the host."
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
      )}
    </FormDialog>
  );
}
