'use client';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import { Badge } from '../ui/badge.tsx';
import { Digest } from '../ui/digest.tsx';
import { KeyValueList } from '../ui/key-value-list.tsx';
import { PersonName } from '../ui/person-name.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Section } from '../ui/section.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { API_WORDS } from './api-words.ts';
import { RiskArithmetic } from './risk-arithmetic.tsx';
import { SignOffs } from './sign-offs.tsx';
import { useApi } from './use-api.ts';

const PROTECTIONS = {
  gateway: 'Gateway',
  waf: 'Web application firewall',
  authentication: 'Authentication',
  rateLimit: 'Rate limit',
} as const;

export function ApiOverview({ slug }: { slug: string }) {
  const api = useApi(slug);
  if (!api) return null;
  return (
    <div className="grid gap-7 lg:grid-cols-2">
      <RiskArithmetic risk={api.risk} />
      <SignOffs verdicts={api.verdicts} />
      <Section title="What it is">
        <KeyValueList items={facts(api)} />
      </Section>
      <Section title="Protections" description="What stands in front of it, as its team says.">
        <ul className="space-y-2 text-13">
          {Object.entries(PROTECTIONS).map(([key, label]) => (
            <li key={key} className="flex items-center justify-between gap-4">
              <span>{label}</span>
              <Protection isThere={api.protections[key as keyof typeof PROTECTIONS]} />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

function Protection({ isThere }: { isThere: boolean | undefined }) {
  if (isThere === undefined) return <Badge tone="neutral">Not stated</Badge>;
  return isThere ? (
    <Badge tone="allowed" icon="check">
      In place
    </Badge>
  ) : (
    <Badge tone="prevented" icon="minus">
      Missing
    </Badge>
  );
}

function facts(api: ApiDto) {
  const { latestRevision, productionRevision } = api;
  return [
    { term: 'Kind', value: API_WORDS[api.kind] },
    { term: 'Exposure', value: API_WORDS[api.exposure] },
    { term: 'Data', value: API_WORDS[api.dataClass] },
    { term: 'Criticality', value: API_WORDS[api.criticality] },
    {
      term: 'Newest description',
      value: latestRevision && (
        <span className="flex flex-wrap items-center gap-x-2">
          <TextLink href={`/apis/${api.slug}/description`}>{latestRevision.version || 'no version'}</TextLink>
          <Digest value={latestRevision.digest} />
          <RelativeTime at={latestRevision.uploadedAt} />
        </span>
      ),
    },
    {
      term: 'In production',
      value: productionRevision && (
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="font-mono text-12">{productionRevision.version}</span>
          <Digest value={productionRevision.digest} />
        </span>
      ),
    },
    { term: 'Hosts', value: api.hosts.length > 0 && <Hosts hosts={api.hosts} /> },
    {
      term: 'Repository',
      value: api.repository && (
        <TextLink href={api.repository}>{api.repository.replace(/^https?:\/\//, '')}</TextLink>
      ),
    },
    { term: 'Tags', value: api.tags.length > 0 && api.tags.join(', ') },
    { term: 'Registered', value: <Registered api={api} /> },
  ].map(({ term, value }) => ({ term, value: value || null }));
}

function Hosts({ hosts }: { hosts: ApiDto['hosts'] }) {
  return (
    <ul className="space-y-0.5">
      {hosts.map((host) => (
        <li key={`${host.environment} ${host.host}${host.basePath ?? ''}`}>
          <code className="font-mono text-12 break-all">
            {host.host}
            {host.basePath}
          </code>{' '}
          <span className="text-muted">{host.environment}</span>
        </li>
      ))}
    </ul>
  );
}

function Registered({ api }: { api: ApiDto }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {api.registeredBy && <PersonName name={api.registeredBy} email={api.registeredBy} />}
      <RelativeTime at={api.createdAt} />
    </span>
  );
}
