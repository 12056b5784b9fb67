/** What people write when they take a step. */
export const REMARKS = {
  submitted: [
    'Ready for review. The change to the description is small, see the diff.',
    'All items answered, evidence links to the build of this morning.',
    'Please have a look before Thursday, the release train leaves then.',
  ],
  question: [
    'Which test covers the refusal for a foreign account?',
    'Is the limit per client or per address?',
    'Who is the second caller of the deprecated operation?',
    'Does the staging host really hold synthetic data only?',
  ],
  reply: [
    'Per client; I added the configuration to the evidence.',
    'test/authz/objects.spec.ts, case "foreign account", linked now.',
    'Yes, it is seeded every night from the generator.',
    'Only the portal, it moves in the next sprint.',
  ],
  approved: [
    '',
    '',
    'Checked the diff and the tests.',
    'Looks good. Thank you for the evidence.',
    'Approved after a call with the team.',
  ],
  changesRequested: [
    'The evidence for object authorisation names a test that does not exist on this branch. Please link the run.',
    'The export is not limited. Please add a maximum and say how it is enforced.',
    'Two operations have no scope of their own. Please separate them from the read scope.',
  ],
  rejected: [
    'This cannot be opened to the outside with one key for all partners. Let us talk about the design first.',
    'Administration and everyday use share a credential. Split them, then ask again.',
    'Basic authentication is still accepted. Not for data of this class.',
  ],
  withdrawn: [
    'Postponed to the next quarter.',
    'Superseded by the new design.',
    'Opened for the wrong environment.',
  ],
  offered: [
    'Your team runs it since the reorganisation.',
    'Found in the gateway without an owner; the repository says it is yours.',
    'It writes to your tables, so it should be yours.',
  ],
  declined: [
    'We only call it. Please ask the team that deploys it.',
    'Not ours since the split of the monolith.',
  ],
  exception: [
    'Fix is planned with the gateway change of next month; the rate limit at the edge covers the gap until then.',
    'Only reachable from the partner network; the client cannot change before its next release.',
    'Old terminals cannot send the header; replacement is under way, 70 % done.',
  ],
  exceptionApproved: [
    'Accepted until the date given, with the edge limit in place.',
    'Fine for this period, no extension without a plan.',
  ],
  emergency: 'Couriers could not confirm deliveries since 05:40; hotfix for the session check.',
  emergencyJustified: 'The incident is real, the fix was small and reviewed the next day.',
  revoked: 'The evidence turned out to describe another service.',
} as const;
