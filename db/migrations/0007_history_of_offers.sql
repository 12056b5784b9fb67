-- An API that waits for a team to accept it counts for that team, in the past as now.
ALTER TABLE risk_history ADD COLUMN offered_team_id uuid;

UPDATE risk_history h SET offered_team_id = a.offered_team_id FROM apis a
WHERE a.id = h.api_id AND h.ownership = 'offered' AND h.at >= a.offered_at;

DROP INDEX risk_history_api;
CREATE INDEX risk_history_api ON risk_history (api_id, at, id)
  INCLUDE (score, level, tier, lifecycle, ownership, owner_team_id, offered_team_id, outcome, sign_off, severe_findings);
DROP INDEX risk_history_team;
CREATE INDEX risk_history_team ON risk_history (coalesce(owner_team_id, offered_team_id), api_id);
