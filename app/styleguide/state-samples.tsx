import {
  APPROVAL_ROLES,
  OUTCOMES,
  REVIEW_STATES,
  SEVERITIES,
  SIGN_OFF_STATES,
  TIERS,
} from '#lib/domain/words.ts';
import { Badge } from '#components/ui/badge.tsx';
import { Digest } from '#components/ui/digest.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { KeyValueList } from '#components/ui/key-value-list.tsx';
import { OutcomeBadge } from '#components/ui/outcome-badge.tsx';
import { PersonName } from '#components/ui/person-name.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { ReviewStateBadge } from '#components/ui/review-state-badge.tsx';
import { RiskFigure } from '#components/ui/risk-figure.tsx';
import { Section } from '#components/ui/section.tsx';
import { SeverityBadge } from '#components/ui/severity-badge.tsx';
import { SignOffBadge } from '#components/ui/sign-off-badge.tsx';
import { TeamLink } from '#components/ui/team-link.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { TierBadge } from '#components/ui/tier-badge.tsx';

const DAYS = { valid: 64, expiring: 9, expired: -3, missing: 0, void: 20 };
const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const SCORES = [
  [8, 'low'],
  [34, 'medium'],
  [61, 'high'],
  [93, 'critical'],
] as const;

function Row({ children }: { children: React.ReactNode }) {
  return <div className="flex flex-wrap items-center gap-x-4 gap-y-2">{children}</div>;
}

export function StateSamples() {
  return (
    <div className="grid gap-6 xl:grid-cols-2">
      <Section title="States" description="A shape and a word; filled on pages, plain in tables.">
        <div className="space-y-3">
          {[false, true].map((plain) => (
            <div key={String(plain)} className="space-y-3">
              <Row>
                {TIERS.map((tier) => (
                  <TierBadge key={tier} tier={tier} plain={plain} />
                ))}
              </Row>
              <Row>
                {OUTCOMES.map((outcome) => (
                  <OutcomeBadge key={outcome} outcome={outcome} plain={plain} />
                ))}
              </Row>
              <Row>
                {SIGN_OFF_STATES.map((state) => (
                  <SignOffBadge key={state} state={state} validUntil={ago(-DAYS[state])} plain={plain} />
                ))}
              </Row>
              <Row>
                {REVIEW_STATES.map((state) => (
                  <ReviewStateBadge key={state} state={state} plain={plain} />
                ))}
              </Row>
              <Row>
                {SEVERITIES.map((severity, index) => (
                  <SeverityBadge key={severity} severity={severity} count={index + 1} plain={plain} />
                ))}
              </Row>
              <Row>
                <Badge tone="excepted" icon="state-excepted" plain={plain}>
                  Excepted until 3 Mar 2027
                </Badge>
                {APPROVAL_ROLES.map((role) => (
                  <Badge key={role} plain={plain}>
                    {role}
                  </Badge>
                ))}
              </Row>
            </div>
          ))}
        </div>
      </Section>
      <Section
        title="Facts"
        description="Times relative with the exact one on hover, digests shortened, an empty value is a dash."
      >
        <KeyValueList
          items={[
            {
              term: 'Owner',
              value: <TeamLink slug="payments" name="Payments" />,
              tip: 'The team that answers for this API',
            },
            { term: 'Offered to', value: <TeamLink slug="ledger" name="Ledger" offered /> },
            { term: 'Nobody', value: <TeamLink slug={null} /> },
            {
              term: 'Registered by',
              value: <PersonName name="Maria Lindqvist" email="maria.lindqvist@example.com" avatar />,
            },
            { term: 'Uploaded', value: <RelativeTime at={ago(3.2)} /> },
            { term: 'Valid until', value: <ExactTime at={ago(-60)} /> },
            { term: 'Decided', value: <ExactTime at={ago(1)} withTime /> },
            {
              term: 'Material digest',
              value: (
                <Digest value="sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" />
              ),
            },
            {
              term: 'Repository',
              value: (
                <TextLink href="https://github.com/example/payments">github.com/example/payments</TextLink>
              ),
            },
            { term: 'Reviews', value: <TextLink href="/reviews">3 open reviews</TextLink> },
            { term: 'Gateway', value: '' },
          ]}
        />
        <div className="mt-5 flex flex-wrap gap-x-8 gap-y-3 border-t border-line pt-4">
          {SCORES.map(([score, level]) => (
            <RiskFigure key={level} score={score} level={level} />
          ))}
          <RiskFigure score={93} level="critical" size="lg" />
        </div>
      </Section>
    </div>
  );
}
