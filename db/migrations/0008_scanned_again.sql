-- A description that the rules of now could not be tried on keeps its result, and the reason why.
ALTER TABLE revisions ADD COLUMN rescan_failed_with text, ADD COLUMN rescan_failure text;
