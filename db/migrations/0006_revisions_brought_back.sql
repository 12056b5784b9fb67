ALTER TABLE apis ADD COLUMN latest_revision_at timestamptz;
ALTER TABLE revisions ADD COLUMN brought_back_by text[] NOT NULL DEFAULT '{}';

-- What was brought back before stands in the history alone.
UPDATE revisions v SET brought_back_by = b.actors
FROM (
  SELECT subjects[2] AS revision, array_agg(DISTINCT actor) AS actors
  FROM audit_events WHERE action = 'revision.brought-back' GROUP BY subjects[2]
) b WHERE v.id::text = b.revision;

UPDATE apis a SET latest_revision_at = greatest(v.uploaded_at,
  (SELECT max(e.at) FROM audit_events e WHERE e.action = 'revision.brought-back' AND e.subjects[2] = v.id::text))
FROM revisions v WHERE v.id = a.latest_revision_id;
