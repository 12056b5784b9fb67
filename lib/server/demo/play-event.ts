import type { StoryEvent } from '#db/demo/story/story-event.ts';
import { approveException, openEmergency, proposeException, reviewEmergency } from './play/exceptions.ts';
import {
  addPerson,
  changeEnvironment,
  createApplication,
  createServiceAccount,
  createTeam,
  deactivatePerson,
  setMember,
} from './play/organisation.ts';
import {
  acceptOffer,
  attestOwnership,
  changeApi,
  declineOffer,
  offerApi,
  registerApi,
} from './play/ownership.ts';
import { observeDeployment, tryRelease } from './play/releases.ts';
import {
  answerReview,
  approveReview,
  commentReview,
  askForChanges,
  rejectReview,
  requestReview,
  revokeSignOff,
  submitReview,
  withdrawReview,
} from './play/reviews.ts';
import type { EventOf, Play } from './play/play.ts';
import { uploadRevision } from './play/revisions.ts';
import type { World } from './world.ts';

const PLAYS: { [Kind in StoryEvent['kind']]: Play<Kind> } = {
  'person.added': addPerson,
  'person.deactivated': deactivatePerson,
  'team.created': createTeam,
  'member.set': setMember,
  'service-account.created': createServiceAccount,
  'environment.changed': changeEnvironment,
  'application.created': createApplication,
  'api.registered': registerApi,
  'api.changed': changeApi,
  'ownership.offered': offerApi,
  'ownership.accepted': acceptOffer,
  'ownership.declined': declineOffer,
  'ownership.attested': attestOwnership,
  'revision.uploaded': uploadRevision,
  'review.requested': requestReview,
  'review.answered': answerReview,
  'review.submitted': submitReview,
  'review.commented': commentReview,
  'review.approved': approveReview,
  'review.changes-requested': askForChanges,
  'review.rejected': rejectReview,
  'review.withdrawn': withdrawReview,
  'sign-off.revoked': revokeSignOff,
  'exception.proposed': proposeException,
  'exception.approved': approveException,
  'emergency.opened': openEmergency,
  'emergency.reviewed': reviewEmergency,
  'release.tried': tryRelease,
  'deployment.observed': observeDeployment,
};

export function playEvent<Kind extends StoryEvent['kind']>(world: World, event: EventOf<Kind>): void {
  const kind: Kind = event.kind;
  PLAYS[kind](world, event, new Date(event.at));
}
