import type { GateMode, Lifecycle, OrganisationRole, Scope, TeamRole } from '../../../lib/domain/words.ts';

/** Names a review, exception or emergency within the story before it has an identity in a database. */
export type Ref = string;

/** What an exception is for: all that blocks, as found when it is proposed. */
export type ExceptionTarget = 'blocking findings' | 'unmet items';

/** One thing that happened. Subjects are public names: slugs and e-mails. */
export type Happening =
  | { kind: 'team.created'; team: string; name: string; parent: string | null }
  | { kind: 'person.added'; email: string; name: string; role: OrganisationRole }
  | { kind: 'person.deactivated'; email: string }
  | { kind: 'member.set'; team: string; email: string; role: TeamRole }
  | { kind: 'service-account.created'; slug: string; scopes: Scope[] }
  | { kind: 'environment.changed'; environment: string; gate: GateMode }
  | { kind: 'application.created'; application: string; name: string; team: string; description: string }
  | { kind: 'api.registered'; api: string; team: string | null; lifecycle: Lifecycle }
  | { kind: 'api.changed'; api: string; lifecycle: Lifecycle }
  | { kind: 'ownership.offered'; api: string; team: string; note: string }
  | { kind: 'ownership.accepted'; api: string }
  | { kind: 'ownership.declined'; api: string; note: string }
  | { kind: 'ownership.attested'; api: string }
  | { kind: 'revision.uploaded'; api: string; number: number }
  | { kind: 'review.requested'; api: string; environment: string; review: Ref }
  /** Answers the items that are open, all of them or a share from the first on. */
  | { kind: 'review.answered'; review: Ref; share: number }
  | { kind: 'review.submitted'; review: Ref; text: string }
  | { kind: 'review.commented'; review: Ref; text: string }
  | { kind: 'review.approved'; review: Ref; text: string }
  | { kind: 'review.changes-requested'; review: Ref; text: string }
  | { kind: 'review.rejected'; review: Ref; text: string }
  | { kind: 'review.withdrawn'; review: Ref; text: string }
  | { kind: 'sign-off.revoked'; review: Ref; text: string }
  | {
      kind: 'exception.proposed';
      exception: Ref;
      api: string;
      environment: string;
      target: ExceptionTarget;
      text: string;
      days: number;
    }
  | { kind: 'exception.approved'; exception: Ref; text: string }
  | {
      kind: 'emergency.opened';
      emergency: Ref;
      api: string;
      environment: string;
      text: string;
      incident: string;
    }
  | { kind: 'emergency.reviewed'; emergency: Ref; text: string }
  /** A pipeline asks; what is allowed is promoted and deployed. */
  | { kind: 'release.tried'; api: string; environment: string }
  /** Seen running although nobody asked. */
  | { kind: 'deployment.observed'; api: string; environment: string };

export type StoryEvent = { at: number; actor: string } & Happening;
