import type { Metadata } from 'next';
import { TokenSettings } from '#components/settings/token-settings.tsx';
import { PageBody } from '#components/ui/page-header.tsx';

export const metadata: Metadata = { title: 'Tokens' };

export default function TokensPage() {
  return (
    <PageBody>
      <TokenSettings />
    </PageBody>
  );
}
