INSERT INTO environments (slug, name, "order", gate) VALUES
  ('development', 'Development', 10, 'off'),
  ('staging', 'Staging', 20, 'shadow'),
  ('production', 'Production', 30, 'enforce');
