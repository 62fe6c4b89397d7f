-- Invoices, payables, payments and statements are read and written under scopes of their own.
alter table app.api_key drop constraint api_key_scopes_check;
alter table app.api_key add constraint api_key_scopes_check check (cardinality(scopes) > 0 and scopes <@ array['orders:read', 'orders:write',
  'invoices:read', 'invoices:write', 'amounts:read', 'parties:read', 'parties:admin', 'files:write', 'feed:read', 'audit:read', 'operator']);

-- The keys of a demo that was planted before have published secrets and every right of their organisation; they keep both.
-- No other key gains a right that nobody gave it.
update app.api_key set scopes = scopes || array['invoices:read', 'invoices:write']
where secret_hash in (select sha256(convert_to('rt_demo_' || demo, 'UTF8'))
  from unnest(array['buyer', 'supplier', 'supplier2', 'bank', 'bank2', 'warehouse']) demo);
