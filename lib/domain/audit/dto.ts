export const ACTOR_KINDS = ['person', 'service', 'operator', 'system'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export interface AuditEventDto {
  seq: number;
  at: string;
  actor: string;
  actorKind: ActorKind;
  action: string;
  subjects: string[];
  /** What changed: before and after, or the facts of the step. */
  data: Record<string, unknown>;
  requestId: string | null;
}
