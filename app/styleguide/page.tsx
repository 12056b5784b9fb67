import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { PortalShell } from '#components/shell/portal-shell.tsx';
import { PageBody, PageHeader } from '#components/ui/page-header.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { OutcomeBadge } from '#components/ui/outcome-badge.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { TeamLink } from '#components/ui/team-link.tsx';
import { TierBadge } from '#components/ui/tier-badge.tsx';
import { PREFERENCE_COOKIES, parseTheme, parseZone } from '#lib/client/preferences.ts';
import { ButtonSamples } from './button-samples.tsx';
import { ChartSamples } from './chart-samples.tsx';
import { FeedbackSamples } from './feedback-samples.tsx';
import { FieldSamples } from './field-samples.tsx';
import { Foundations } from './foundations.tsx';
import { ListSample } from './list-sample.tsx';
import { StateSamples } from './state-samples.tsx';

export const metadata: Metadata = { title: 'Style guide' };

const PERSON = {
  email: 'maria.lindqvist@example.com',
  name: 'Maria Lindqvist',
  role: 'member',
  teams: [
    { slug: 'payments', name: 'Payments', role: 'manager' },
    { slug: 'ledger', name: 'Ledger', role: 'approver' },
  ],
} as const;

/** Every component in every state, for those who build pages. Only in development. */
export default async function StyleGuide() {
  if (process.env.NODE_ENV === 'production') notFound();
  const jar = await cookies();
  return (
    <PortalShell
      person={PERSON}
      theme={parseTheme(jar.get(PREFERENCE_COOKIES.theme)?.value)}
      zone={parseZone(jar.get(PREFERENCE_COOKIES.zone)?.value)}
      isRailCollapsed={jar.get(PREFERENCE_COOKIES.rail)?.value === 'collapsed'}
      signs={false}
    >
      <PageHeader
        title="Payment initiation"
        slug="payment-initiation"
        description="Starts, confirms and cancels payments for partners and our own applications."
        meta={
          <>
            <OutcomeBadge outcome="awaiting" />
            <TierBadge tier="critical" />
            <Badge icon="globe">Public</Badge>
            <TeamLink slug="payments" name="Payments" />
          </>
        }
        actions={
          <>
            <LinkButton href="/styleguide#fields">Edit</LinkButton>
            <LinkButton href="/styleguide#buttons" variant="primary" icon="clipboard-check">
              Request review
            </LinkButton>
          </>
        }
      >
        <Tabs
          label="Parts of this API"
          tabs={[
            { href: '/styleguide', label: 'Overview' },
            { href: '/styleguide?tab=operations', label: 'Operations', count: 24 },
            { href: '/styleguide?tab=findings', label: 'Findings', count: 7 },
            { href: '/styleguide?tab=reviews', label: 'Reviews', count: 3 },
            { href: '/styleguide?tab=ownership', label: 'Ownership' },
            { href: '/styleguide?tab=timeline', label: 'Timeline' },
          ]}
        />
      </PageHeader>
      <PageBody>
        <ListSample />
        <StateSamples />
        <ButtonSamples />
        <FieldSamples />
        <FeedbackSamples />
        <ChartSamples />
        <Foundations />
      </PageBody>
    </PortalShell>
  );
}
