-- How severe the finding of an exception was when security accepted it; rated more severe, it is another risk.
ALTER TABLE exceptions ADD COLUMN accepted_severity text;

UPDATE exceptions e SET accepted_severity = f.severity FROM findings f
WHERE f.id = e.finding_id AND e.step = 'approved';
