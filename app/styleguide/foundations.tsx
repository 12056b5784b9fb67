import { Icon } from '#components/ui/icon.tsx';
import { LUCIDE_ICONS, OWN_ICONS } from '#components/ui/icon-names.ts';
import { Section } from '#components/ui/section.tsx';

const PLANES = [
  'sunken',
  'surface',
  'raised',
  'hover',
  'active',
  'line',
  'control',
  'accent',
  'accent-soft',
  'danger',
];
const INKS = [
  'risk-low',
  'risk-medium',
  'risk-high',
  'risk-critical',
  'allowed',
  'prevented',
  'awaiting',
  'invalid',
  'excepted',
];
const SIZES = ['text-28', 'text-20', 'text-16', 'text-14', 'text-13', 'text-12'];

export function Foundations() {
  return (
    <div className="grid gap-6 xl:grid-cols-2">
      <Section title="Colours">
        <div className="grid grid-cols-5 gap-2 text-12 text-muted">
          {PLANES.map((name) => (
            <div key={name}>
              <div className="h-10 rounded-md border border-line" style={{ background: `var(--${name})` }} />
              {name}
            </div>
          ))}
        </div>
        <div className="mt-4 grid grid-cols-3 gap-2 text-12">
          {INKS.map((name) => (
            <div
              key={name}
              className="rounded-md p-2 font-medium"
              style={{ background: `var(--${name}-soft)`, color: `var(--${name})` }}
            >
              {name}
            </div>
          ))}
        </div>
      </Section>
      <Section title="Type and icons">
        <div className="space-y-1">
          {SIZES.map((size) => (
            <p key={size} className={size}>
              Who owns this API, is it safe, may it ship? 0123456789
            </p>
          ))}
          <p className="font-mono text-13">GET /payments/{'{paymentId}'}/refunds sha256:9f86d081</p>
        </div>
        <div className="mt-4 flex flex-wrap gap-2.5 text-muted">
          {[...OWN_ICONS, ...LUCIDE_ICONS].map((name) => (
            <span key={name} data-tip={name}>
              <Icon name={name} />
            </span>
          ))}
        </div>
      </Section>
    </div>
  );
}
