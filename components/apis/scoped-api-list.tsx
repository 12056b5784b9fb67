'use client';
import type { ApiRowDto } from '#lib/domain/apis/dto.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ResourceList } from '../ui/resource-list.tsx';
import type { Column } from '../ui/table-column.ts';
import { API_COLUMNS } from './api-columns.tsx';
import { API_FACETS } from './api-facets.ts';
import { SCOPED_API_LIST } from './api-list-spec.ts';
import { API_WORDS, FILTER_WORDS } from './api-words.ts';
import { RegisterLink } from './register-link.tsx';

const WORDS = { ...API_WORDS, ...FILTER_WORDS };

const FACETS = Object.fromEntries(
  Object.entries(API_FACETS).filter(([name]) => SCOPED_API_LIST.filters.includes(name)),
);

const NAME: Column<ApiRowDto> = {
  key: 'name',
  header: 'API',
  sort: 'name',
  width: '28%',
  cell: (api) => <span className="font-medium">{api.name}</span>,
};
const OF_ONE_APPLICATION = [NAME, ...API_COLUMNS.slice(1)];

const keyOf = (api: ApiRowDto) => api.slug;
const nameOf = (api: ApiRowDto) => api.name;
const hrefOf = (api: ApiRowDto) => `/apis/${api.slug}`;

interface ScopedApiListProps {
  /** What narrows the inventory, for example `team=payouts&subtree=true`. */
  scope: string;
  exportName: string;
  nothing: string;
  registerHref: string;
  /** Within one application: so few that nobody narrows them down, and all of the same one. */
  isOneApplication?: boolean;
}

/** The part of the inventory that belongs to a team or an application. */
export function ScopedApiList({
  scope,
  exportName,
  nothing,
  registerHref,
  isOneApplication = false,
}: ScopedApiListProps) {
  return (
    <ResourceList<ApiRowDto>
      path="/apis"
      fixed={scope}
      spec={SCOPED_API_LIST}
      unit="APIs"
      columns={isOneApplication ? OF_ONE_APPLICATION : API_COLUMNS}
      keyOf={keyOf}
      nameOf={nameOf}
      hrefOf={hrefOf}
      {...(isOneApplication ? {} : { facets: FACETS })}
      words={WORDS}
      search="Search these APIs"
      exportName={exportName}
      nothing={<EmptyState kind="nothing" title={nothing} action={<RegisterLink href={registerHref} />} />}
    />
  );
}
