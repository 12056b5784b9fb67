import type { ReactNode } from 'react';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Tabs } from '#components/ui/tabs.tsx';

const TABS = [
  { href: '/settings/environments', label: 'Environments' },
  { href: '/settings/policy', label: 'Policy' },
  { href: '/settings/checklist', label: 'Checklist' },
  { href: '/settings/people', label: 'People' },
  { href: '/settings/tokens', label: 'Tokens' },
];

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <PageHeader title="Settings">
        <Tabs label="Settings" tabs={TABS} />
      </PageHeader>
      {children}
    </>
  );
}
