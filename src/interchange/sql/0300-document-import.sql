-- A document as it came in: its facts word by word, what was noticed about it, and what it came to. Both sides see it; it never changes.
create table app.document_import (
  id uuid primary key,
  order_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  sender_id uuid not null,
  actor_id uuid not null,
  kind text not null check (kind in ('ORDER', 'ORDER_CHANGE', 'ORDER_RESPONSE', 'ORDER_RESPONSE_SIMPLE', 'ORDER_CANCELLATION')),
  number text not null check (length(number) between 1 and 200),
  issued_on date not null,
  sha256 bytea not null check (length(sha256) = 32),
  file_id uuid references app.file,
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  -- What stood out: codes of refusals with path and parameters.
  warnings jsonb not null default '[]' check (jsonb_typeof(warnings) = 'array'),
  ignored_paths text[] not null default '{}',
  kept_paths text[] not null default '{}',
  outcome text not null check (outcome in ('ISSUED', 'UNCHANGED', 'REPLACED', 'PROPOSED', 'ACCEPTED', 'NOTED', 'REFUSED', 'COUNTERED',
    'CHANGE_ACCEPTED', 'CHANGE_REFUSED', 'CANCELLED')),
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  constraint document_once unique (sender_id, sha256, buyer_id, supplier_id),
  constraint sender_is_party check (sender_id in (buyer_id, supplier_id)),
  foreign key (order_id, buyer_id, supplier_id) references app.orders (id, buyer_id, supplier_id)
);
create index document_import_order on app.document_import (order_id, kind, at, id);
create index document_import_sender on app.document_import (sender_id, at, id);
create index document_import_buyer on app.document_import (buyer_id, at, id);
create index document_import_supplier on app.document_import (supplier_id, at, id);

alter table app.document_import enable row level security;
alter table app.document_import force row level security;
create policy owner_all on app.document_import to hub_owner using (true) with check (true);
create policy party_select on app.document_import for select to hub_app, hub_worker
  using (coalesce(buyer_id = (select app.me()) or supplier_id = (select app.me()), false));
create policy sender_insert on app.document_import for insert to hub_app, hub_worker
  with check (coalesce(sender_id = (select app.me()) and sender_id in (buyer_id, supplier_id), false));
grant select, insert on app.document_import to hub_app, hub_worker;
create trigger history before update or delete or truncate on app.document_import for each statement execute function app.refuse_change();
