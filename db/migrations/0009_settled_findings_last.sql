-- What is to be done comes before what is settled, in the order of severity and of dates alike.
DROP INDEX findings_severity_rank;
CREATE INDEX findings_urgency ON findings
  ((array_position(ARRAY['critical', 'high', 'medium', 'low', 'info'], severity)
    + CASE WHEN state = ANY (ARRAY['false-positive', 'fixed']) THEN 10 ELSE 0 END), id);
DROP INDEX findings_due;
CREATE INDEX findings_due ON findings
  ((CASE WHEN state = ANY (ARRAY['false-positive', 'fixed']) AND due_at IS NOT NULL THEN '9999-01-01 00:00+00'
    ELSE coalesce(due_at, 'infinity') END), id);
