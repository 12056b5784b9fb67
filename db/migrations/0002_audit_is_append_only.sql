-- History is only ever appended to. The triggers bind every role, the owner of the table included; the missing
-- privileges bind the application's own role, which can therefore not disable the triggers either.
CREATE FUNCTION refuse_rewriting_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit events are append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_events_no_rewrite BEFORE UPDATE OR DELETE ON audit_events
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_history();
CREATE TRIGGER audit_events_no_truncate BEFORE TRUNCATE ON audit_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history();
ALTER TABLE audit_events ENABLE ALWAYS TRIGGER audit_events_no_rewrite;
ALTER TABLE audit_events ENABLE ALWAYS TRIGGER audit_events_no_truncate;
