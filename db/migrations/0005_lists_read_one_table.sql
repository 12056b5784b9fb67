ALTER TABLE apis
  ADD COLUMN severe_findings integer NOT NULL DEFAULT 0,
  ADD COLUMN gate text NOT NULL DEFAULT 'prevented',
  ADD COLUMN sign_off text NOT NULL DEFAULT 'missing',
  ADD COLUMN sign_off_valid_until timestamptz,
  ADD COLUMN sign_off_environment text;

UPDATE apis a SET gate = p.outcome FROM posture p WHERE p.api_id = a.id AND p.environment = 'production';

UPDATE apis a SET sign_off = s.sign_off, sign_off_valid_until = s.sign_off_valid_until, sign_off_environment = s.environment
FROM (
  SELECT DISTINCT ON (p.api_id) p.api_id, p.environment, p.sign_off, p.sign_off_valid_until
  FROM posture p JOIN environments e ON e.slug = p.environment
  WHERE p.environment = 'production' OR (e.gate = 'enforce' AND p.sign_off <> 'missing')
  ORDER BY p.api_id, p.sign_off = 'missing', p.environment = 'production' DESC, e."order" DESC
) s WHERE s.api_id = a.id;

UPDATE apis a SET severe_findings = h.severe_findings
FROM (SELECT DISTINCT ON (api_id) api_id, severe_findings FROM risk_history ORDER BY api_id, at DESC, id DESC) h
WHERE h.api_id = a.id;

-- By rank and not by name, and what ends never comes last.
DROP INDEX apis_tier;
CREATE INDEX apis_tier_rank ON apis (array_position(ARRAY['low', 'medium', 'high', 'critical'], tier), id);
CREATE INDEX apis_sign_off_ends ON apis (coalesce(sign_off_valid_until, 'infinity'), id);

-- Whatever joins words is a space: the parser would keep `orders/v2` or `api.example.com` whole.
DROP INDEX apis_search;
CREATE INDEX apis_search ON apis USING gin
  (to_tsvector('simple', translate(name || ' ' || slug || ' ' || description, '-_./:@+&?#=%~', '             ')));

CREATE INDEX findings_severity_rank ON findings (array_position(ARRAY['critical', 'high', 'medium', 'low', 'info'], severity), id);
CREATE INDEX findings_first_seen ON findings (first_seen_at, id);
DROP INDEX findings_due;
CREATE INDEX findings_due ON findings (coalesce(due_at, 'infinity'), id);

CREATE INDEX promotions_decision ON promotions (decision_id);

-- The last row before a moment, and what changed from row to row, without reading the explanations.
DROP INDEX risk_history_api;
CREATE INDEX risk_history_api ON risk_history (api_id, at, id)
  INCLUDE (score, level, tier, lifecycle, ownership, owner_team_id, outcome, sign_off, severe_findings);
CREATE INDEX risk_history_team ON risk_history (owner_team_id, api_id);
