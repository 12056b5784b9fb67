ALTER TABLE findings
  ADD COLUMN run_category text,
  ADD COLUMN places text[],
  ADD COLUMN place_count integer;
