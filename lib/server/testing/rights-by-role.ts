import { SCOPES } from '#lib/domain/words.ts';
import type { RouteName } from '../http/inventory.ts';

/** What somebody can be to team A, which owns what is asked about, and to the organisation. */
export const ROLES = [
  'member',
  'member who began it',
  'approver',
  'manager',
  'manager above',
  'manager elsewhere',
  'nobody’s member',
  'security',
  'admin',
  'auditor',
  ...SCOPES,
] as const;
export type Role = (typeof ROLES)[number];
export type Verdict = 'may' | 'may not';
export type Row = Readonly<Record<Role, Verdict>>;

/** The doors of forges and clusters know no roles: what they believe is signed. */
type Door = `${string} /api/integrations/${string}`;
export type WritingRoute = Exclude<RouteName, `GET ${string}` | Door>;

/** Requests whose right depends on what is in them: each is asked beside the plain one of its route. */
export const VARIANTS = {
  'POST /apis for nobody': 'POST /apis',
  'POST /applications for nobody': 'POST /applications',
  'POST /teams at the top': 'POST /teams',
  'PATCH /teams/{slug} to another parent': 'PATCH /teams/{slug}',
  'PATCH /findings/{id} as false positive': 'PATCH /findings/{id}',
  'POST /findings/judge as false positives': 'POST /findings/judge',
  'PATCH /apis/{slug} of nobody’s': 'PATCH /apis/{slug}',
  'POST /apis/{slug}/revisions of nobody’s': 'POST /apis/{slug}/revisions',
  'POST /apis/{slug}/reviews of nobody’s': 'POST /apis/{slug}/reviews',
  'POST /apis/{slug}/ownership of nobody’s': 'POST /apis/{slug}/ownership',
  'GET /tokens of everybody': 'GET /tokens',
} as const satisfies Record<string, RouteName>;
export type RowName = WritingRoute | keyof typeof VARIANTS;

const only = (...may: readonly Role[]) =>
  Object.fromEntries(ROLES.map((role) => [role, may.includes(role) ? 'may' : 'may not'])) as Row;

const MANAGERS = ['manager', 'manager above'] as const;
const TEAM = ['member', 'member who began it', 'approver', ...MANAGERS] as const;
const COLLEAGUES = [...TEAM, 'manager elsewhere', 'nobody’s member', 'security', 'admin'] as const;

/** Who may do what, from the rules of the product; a route without a row does not compile. */
export const RIGHTS = {
  'POST /apis': only(...TEAM),
  'POST /apis for nobody': only(...COLLEAGUES),
  'PATCH /apis/{slug}': only(...TEAM),
  'PATCH /apis/{slug} of nobody’s': only('member who began it'),
  'DELETE /apis/{slug}': only(...MANAGERS),
  'POST /applications': only(...TEAM),
  'POST /applications for nobody': only(...COLLEAGUES),

  'POST /apis/{slug}/ownership': only(...MANAGERS),
  'POST /apis/{slug}/ownership of nobody’s': only(
    'member who began it',
    ...MANAGERS,
    'manager elsewhere',
    'security',
    'admin',
  ),
  'POST /apis/{slug}/ownership/accept': only(...MANAGERS),
  'POST /apis/{slug}/ownership/decline': only(...MANAGERS),
  'POST /apis/{slug}/ownership/attest': only(...MANAGERS),
  'POST /ownership/bulk': only(...MANAGERS),

  'POST /apis/{slug}/revisions': only(...TEAM, 'revisions:write'),
  'POST /apis/{slug}/revisions of nobody’s': only('member who began it', 'revisions:write'),
  'POST /apis/{slug}/revisions/import': only(...TEAM, 'revisions:write'),
  'POST /scan': only(...COLLEAGUES, 'auditor', 'revisions:write'),
  'PATCH /findings/{id}': only(...TEAM, 'security'),
  'PATCH /findings/{id} as false positive': only('security'),
  'POST /findings/judge': only(...TEAM, 'security'),
  'POST /findings/judge as false positives': only('security'),
  'POST /apis/{slug}/findings/import': only(...TEAM, 'security', 'revisions:write'),

  'POST /apis/{slug}/reviews': only(...TEAM),
  'POST /apis/{slug}/reviews of nobody’s': only('member who began it'),
  'PATCH /reviews/{id}/items/{key}': only(...TEAM, 'security'),
  'POST /reviews/{id}/submit': only(...TEAM),
  'POST /reviews/{id}/withdraw': only('member who began it'),
  'POST /reviews/{id}/approve': only('approver', 'manager', 'security'),
  'POST /reviews/{id}/request-changes': only('approver', 'manager', 'security'),
  'POST /reviews/{id}/reject': only('approver', 'manager', 'security'),
  'POST /reviews/{id}/comments': only(...COLLEAGUES),
  'POST /reviews/{id}/sign-offs/revoke': only(...MANAGERS, 'security'),

  'POST /gate': only(...COLLEAGUES, 'gate:read'),
  'POST /promotions': only(...TEAM, 'admin', 'deployments:write'),
  'POST /deployments': only(...TEAM, 'admin', 'deployments:write'),
  'POST /exceptions': only(...TEAM, 'security'),
  'POST /exceptions/{id}/approve': only('security'),
  'POST /exceptions/{id}/reject': only('security'),
  'POST /exceptions/{id}/revoke': only('member who began it', 'security'),
  'POST /emergencies': only('approver', 'manager', 'admin'),
  'POST /emergencies/{id}/review': only('approver', ...MANAGERS, 'security', 'admin'),

  'POST /teams': only(...MANAGERS, 'admin'),
  'POST /teams at the top': only('admin'),
  'PATCH /teams/{slug}': only(...MANAGERS, 'admin'),
  'PATCH /teams/{slug} to another parent': only('manager above', 'admin'),
  'DELETE /teams/{slug}': only('manager above', 'admin'),
  'PUT /teams/{slug}/members/{email}': only(...MANAGERS, 'admin'),
  'DELETE /teams/{slug}/members/{email}': only(...MANAGERS, 'admin'),

  'POST /people': only('admin'),
  'PATCH /people/{email}': only('admin'),
  'PUT /environments/{slug}': only('admin'),
  'POST /checklists': only('security'),
  'PUT /policies/{key}': only('security'),
  'POST /policies/{key}/preview': only(...COLLEAGUES, 'auditor'),
  'POST /tokens': only(...COLLEAGUES, 'auditor'),
  'DELETE /tokens/{id}': only('member who began it', 'admin'),
  'GET /tokens of everybody': only('admin'),
} as const satisfies Record<RowName, Row>;
