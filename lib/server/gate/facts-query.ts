import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { OWN_SOURCE } from '#lib/domain/words.ts';
import { OWNER_STATE } from '../apis/api-place.ts';
import { CHECKLIST } from '../checklists/find-checklist.ts';
import { ELIGIBLE, SECURITY } from '../people/who-may-sign.ts';
import { fromPolicy } from '../policies/current-policy.ts';
import { ms, rowsOf } from '../sql/shapes.ts';

const MAX_REVIEWS = 12;
const MAX_SIGN_OFFS = 24;
const MAX_FINDINGS = 500;

/** Of the team `o`, the team of record or the one it is offered to: itself and every ancestor, own team first. Only active people. */
export const CHAIN = sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('team', t.slug, 'teamName', t.name,
      'managers', (SELECT coalesce(jsonb_agg(jsonb_build_object('email', p.email, 'name', p.name) ORDER BY p.email), '[]')
        FROM memberships m JOIN people p ON p.id = m.person_id AND ${ELIGIBLE} WHERE m.team_id = t.id AND m.role = 'manager'),
      'approvers', (SELECT coalesce(jsonb_agg(jsonb_build_object('email', p.email, 'name', p.name) ORDER BY p.email), '[]')
        FROM memberships m JOIN people p ON p.id = m.person_id AND ${ELIGIBLE} WHERE m.team_id = t.id AND m.role = 'approver')
    ) ORDER BY array_length(t.path, 1) DESC), '[]')
  FROM teams t WHERE t.slug = ANY (o.path))`;

/** The owner of the API `a` as of now, with everybody up to the root. */
export const OWNER = sql`(SELECT jsonb_build_object(
    'state', ${OWNER_STATE},
    'team', o.slug, 'teamName', o.name, 'term', a.owner_term_id,
    'since', ${ms(sql`coalesce(a.owner_since, a.offered_at)`)}, 'confirmedAt', ${ms(sql`a.owner_confirmed_at`)}, 'chain', ${CHAIN})
  FROM (SELECT 1) one LEFT JOIN teams o ON o.id = coalesce(a.owner_team_id, a.offered_team_id))`;

/**
 * Columns of the review `r` that `rp` requested, as the rules see it. Answered items with `yes` or a reasoned
 * `not-applicable` decide nothing and stay in the database; who had a hand in it matters until it is decided.
 */
export const REVIEW_FACTS = sql`r.id, r.state, r.environment, r.material_digest AS "materialDigest", coalesce(r.term_id::text, '') AS term,
    rp.email AS "requestedBy", ${ms(sql`r.created_at`)} AS "createdAt",
    jsonb_build_object('id', r.checklist_id, 'version', r.checklist_version) AS checklist,
    ${ms(sql`coalesce(r.submitted_at, r.created_at)`)} AS "openedAt", ${ms(sql`r.decided_at`)} AS "decidedAt",
    CASE WHEN r.state IN ('draft', 'open', 'changes-requested') THEN
      (SELECT coalesce(jsonb_agg(DISTINCT p.email), '[]') FROM review_items i JOIN people p ON p.id = i.answered_by WHERE i.review_id = r.id)
      ELSE '[]' END AS "answeredBy",
    CASE WHEN r.state IN ('draft', 'open', 'changes-requested') THEN
      (SELECT coalesce(jsonb_agg(DISTINCT u.name), '[]') FROM revisions v, unnest(v.uploaded_by || v.brought_back_by) u (name) WHERE v.api_id = r.api_id AND v.material_digest = r.material_digest)
      ELSE '[]' END AS "uploadedBy",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('key', i.key, 'question', i.question, 'answer', i.answer) ORDER BY i.position), '[]')
       FROM review_items i WHERE i.review_id = r.id AND (i.answer IS NULL OR i.answer = 'no')) AS items,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('role', s.role, 'by', p.email, 'at', ${ms(sql`s.at`)}) ORDER BY s.at), '[]')
       FROM sign_offs s JOIN people p ON p.id = s.person_id WHERE s.review_id = r.id AND s.revoked_at IS NULL) AS approvals`;

/** What a sign-off that has not run out rests on is loaded however much has been asked for since. */
const IS_SIGNED = sql`EXISTS (SELECT 1 FROM sign_offs s WHERE s.review_id = reviews.id AND s.revoked_at IS NULL AND s.expires_at > now())`;

/** The latest that say something: what was given up says nothing, and a draft, which costs nothing, must not crowd out a sign-off. */
const REVIEWS = rowsOf(sql`
  SELECT ${REVIEW_FACTS}
  FROM (SELECT * FROM reviews WHERE api_id = a.id AND environment = e.slug AND state <> 'withdrawn'
    ORDER BY ${IS_SIGNED} DESC, state = 'draft', created_at DESC LIMIT ${sql.raw(String(MAX_REVIEWS))}) r
  JOIN people rp ON rp.id = r.requested_by ORDER BY r.created_at`);

const SIGN_OFFS = rowsOf(sql`
  SELECT s.review_id AS review, s.role, p.email AS by, ${ms(sql`s.at`)} AS at, ${ms(sql`s.expires_at`)} AS "expiresAt",
    s.material_digest AS "materialDigest", s.environment, s.checklist_id AS "checklistId",
    s.checklist_version AS "checklistVersion", s.term_id AS term, t.slug AS team, ${ms(sql`s.revoked_at`)} AS "revokedAt"
  FROM (SELECT * FROM sign_offs WHERE api_id = a.id AND environment = e.slug ORDER BY revoked_at IS NULL AND expires_at > now() DESC, at DESC LIMIT ${sql.raw(String(MAX_SIGN_OFFS))}) s
  JOIN people p ON p.id = s.person_id JOIN teams t ON t.id = s.team_id ORDER BY s.at`);

const EXCEPTIONS = rowsOf(sql`
  SELECT x.id, CASE WHEN x.finding_id IS NULL THEN jsonb_build_object('item', x.item_key) ELSE jsonb_build_object('finding', x.finding_id) END AS target,
    CASE WHEN x.step = 'approved' THEN ${ms(sql`x.decided_at`)} END AS "approvedAt", ${ms(sql`x.expires_at`)} AS "expiresAt",
    CASE WHEN x.step = 'revoked' THEN ${ms(sql`x.decided_at`)} END AS "revokedAt"
  FROM exceptions x WHERE x.api_id = a.id AND x.step IN ('approved', 'revoked')`);

const EMERGENCIES = rowsOf(sql`
  SELECT m.id, m.environment, ${ms(sql`m.opened_at`)} AS "openedAt", ${ms(sql`m.expires_at`)} AS "expiresAt",
    ${ms(sql`m.used_at`)} AS "usedAt", ${ms(sql`m.reviewed_at`)} AS "reviewedAt", m.outcome
  FROM emergencies m WHERE m.api_id = a.id AND m.environment = e.slug ORDER BY m.opened_at DESC LIMIT 5`);

/**
 * What stands on the revision in question, also where a newer one has mended it, and what other scanners reported for the
 * API; the severe ones first, and last those that an exception may cover, so that none that blocks is left out.
 */
const FINDINGS = rowsOf(sql`
  SELECT f.id, f.rule, f.title, f.severity, CASE f.state WHEN 'acknowledged' THEN 'acknowledged' ELSE 'open' END AS state,
    ${ms(sql`coalesce(f.reintroduced_at, f.first_seen_at)`)} AS since
  FROM findings f
  WHERE f.api_id = a.id AND f.severity <> 'info' AND CASE
    WHEN f.source = ${sql.raw(`'${OWN_SOURCE}'`)} THEN f.state <> 'false-positive'
      AND EXISTS (SELECT 1 FROM revision_findings rf WHERE rf.finding_id = f.id AND rf.revision_id = v.id)
    ELSE f.state IN ('open', 'acknowledged') END
  ORDER BY f.id IN (SELECT x.finding_id FROM exceptions x WHERE x.api_id = a.id AND x.step = 'approved' AND x.finding_id IS NOT NULL AND x.expires_at > now()),
    array_position(ARRAY['critical', 'high', 'medium', 'low'], f.severity), f.id LIMIT ${sql.raw(String(MAX_FINDINGS))}`);

const REVISION = (asked: SQL) => sql`(
  SELECT jsonb_build_object('id', v.id, 'digest', v.digest, 'materialDigest', v.material_digest, 'uploadedBy', v.uploaded_by,
    'scan', v.scan_state, 'findings', ${FINDINGS})
  FROM revisions v
  WHERE v.api_id = a.id AND CASE WHEN ${asked} IS NULL THEN v.id = a.latest_revision_id ELSE v.id::text = ${asked} OR v.digest = ${asked} END
  LIMIT 1)`;

/** The newest revision of the API `a`, by its last upload: an older one may have been brought back. */
export const NEWEST = sql`(SELECT jsonb_build_object('materialDigest', v.material_digest, 'uploadedAt', ${ms(sql`greatest(v.uploaded_at, a.latest_revision_at)`)})
  FROM revisions v WHERE v.id = a.latest_revision_id)`;

interface Asked {
  /** Condition on the APIs `a`. */
  apis: SQL;
  /** Condition on the environments `e`. */
  environments: SQL;
  /** Id or digest, or null for the newest. */
  revision: SQL;
}

/** One object with all that decisions about the APIs × environments need, the environments of an API in their order. */
export function factsQuery(asked: Asked): SQL<string> {
  return sql<string>`jsonb_build_object(
    'policy', ${fromPolicy(sql`p.document || jsonb_build_object('version', p.version)`)},
    'checklist', ${CHECKLIST},
    'security', ${SECURITY},
    'environments', (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', e.slug, 'name', e.name, 'gate', e.gate, 'frozen', e.frozen) ORDER BY e."order", e.slug), '[]')
      FROM environments e WHERE ${asked.environments}),
    'apis', ${rowsOf(sql`
      SELECT a.id, a.slug, e.slug AS environment, ${REVISION(asked.revision)} AS revision,
        jsonb_build_object('slug', a.slug, 'name', a.name, 'lifecycle', a.lifecycle, 'exposure', a.exposure,
          'dataClass', a.data_class, 'criticality', a.criticality, 'revisionCount', a.revision_count,
          'owner', ${OWNER}, 'newestRevision', ${NEWEST}, 'reviews', ${REVIEWS}, 'signOffs', ${SIGN_OFFS},
          'exceptions', ${EXCEPTIONS}, 'emergencies', ${EMERGENCIES}) AS api
      FROM apis a LEFT JOIN environments e ON ${asked.environments} WHERE ${asked.apis}
      ORDER BY a.slug, e."order", e.slug`)}
  )::text`;
}
