-- A quantity that moved, in the unit of its order line: exact conversion between units can need more digits than were written.
create domain app.measure as numeric check (value >= 0 and value < 1e25 and scale(value) <= 20);

-- What a supplier says that it sent (UBL DespatchAdvice): lines of any number of orders between the two.
create table app.despatch_advice (
  id uuid primary key,
  buyer_id uuid not null references app.organisation,
  supplier_id uuid not null references app.organisation,
  number text not null check (length(number) between 1 and 100),
  -- One key for all spellings of the number.
  number_key text not null check (length(number_key) between 1 and 200),
  status text not null default 'SENT' check (status in ('SENT', 'CANCELLED')),
  version int not null default 1 check (version > 0),
  issued_on date not null,
  despatched_on date,
  expected_on date,
  carrier text check (length(carrier) between 1 and 200),
  consignment text check (length(consignment) between 1 and 200),
  note text check (length(note) between 1 and 4000),
  details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
  line_count int not null check (line_count between 1 and 1000),
  cancel_reason text check (length(cancel_reason) between 1 and 4000),
  cancelled_on date,
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  unique (id, buyer_id, supplier_id),
  check (buyer_id <> supplier_id),
  check (expected_on >= despatched_on),
  check ((status = 'CANCELLED') = (cancelled_on is not null)),
  constraint despatch_number_once unique (buyer_id, supplier_id, number_key)
);
create index despatch_advice_buyer on app.despatch_advice (buyer_id, at, id);
create index despatch_advice_supplier on app.despatch_advice (supplier_id, at, id);
create index despatch_advice_buyer_expected on app.despatch_advice (buyer_id, expected_on, id);
call app.protect('app.despatch_advice', parties => array['buyer_id', 'supplier_id'], writes => array['insert', 'update']);
revoke update on app.despatch_advice from hub_app, hub_worker;
grant update (status, version, cancel_reason, cancelled_on) on app.despatch_advice to hub_app, hub_worker;
create policy by_supplier on app.despatch_advice as restrictive for insert to hub_app, hub_worker
  with check (coalesce(supplier_id = (select app.me()), false));

insert into app.lifecycle_pair (machine, from_status, to_status) values ('despatchAdvice', '', 'SENT'), ('despatchAdvice', 'SENT', 'CANCELLED');
create trigger lifecycle before insert or update on app.despatch_advice for each row execute function app.follow_lifecycle('despatchAdvice');

-- Each row is updated once or twice soon after it is written; room on its page keeps the indexes out of that.
create table app.despatch_line (
  id uuid primary key,
  despatch_id uuid not null,
  order_id uuid not null,
  line_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  -- The line's number in its order, and its own number in this document.
  line_no text not null check (length(line_no) between 1 and 50),
  document_line text check (length(document_line) between 1 and 50),
  position int not null check (position between 1 and 1000),
  quantity app.quantity not null,
  unit text not null check (unit ~ '^[0-9A-Z]{1,3}$'),
  -- The same, exactly, in the unit of the order's line.
  order_quantity app.measure not null,
  -- What is still to follow, in the unit as written, and why it is not among this.
  outstanding_quantity app.measure,
  outstanding_reason text check (length(outstanding_reason) between 1 and 500),
  lot text check (length(lot) between 1 and 100),
  packages jsonb not null default '[]' check (jsonb_typeof(packages) = 'array'),
  note text check (length(note) between 1 and 4000),
  -- What receipts said about it: kept, rejected and short together. Kept by the guard alone.
  handled app.measure not null default 0,
  unique (id, despatch_id, line_id, buyer_id, supplier_id),
  unique (despatch_id, position),
  check (order_quantity > 0),
  check (outstanding_quantity is not null or outstanding_reason is null),
  foreign key (despatch_id, buyer_id, supplier_id) references app.despatch_advice (id, buyer_id, supplier_id),
  foreign key (line_id, order_id, buyer_id, supplier_id) references app.order_line (id, order_id, buyer_id, supplier_id)
) with (fillfactor = 60);
create index despatch_line_line on app.despatch_line (line_id, id);
create index despatch_line_order on app.despatch_line (order_id, despatch_id);
call app.protect('app.despatch_line', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);
create policy by_supplier on app.despatch_line as restrictive for insert to hub_app, hub_worker
  with check (coalesce(supplier_id = (select app.me()), false));

-- An organisation's own name for a delivery document, of which the other side learns nothing.
create table app.delivery_reference (
  id uuid primary key,
  org_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  despatch_id uuid,
  receipt_id uuid,
  kind text not null generated always as (case when despatch_id is null then 'RECEIPT' else 'DESPATCH' end) stored,
  reference text not null check (length(reference) between 1 and 200),
  constraint delivery_reference_once unique (org_id, kind, reference),
  check (num_nonnulls(despatch_id, receipt_id) = 1),
  check (org_id in (buyer_id, supplier_id)),
  foreign key (despatch_id, buyer_id, supplier_id) references app.despatch_advice (id, buyer_id, supplier_id)
);
create index delivery_reference_despatch on app.delivery_reference (despatch_id, org_id) where despatch_id is not null;
create index delivery_reference_receipt on app.delivery_reference (receipt_id, org_id) where receipt_id is not null;
call app.protect('app.delivery_reference', parties => array['org_id'], writes => array['insert']);

-- The document that the acting organisation calls so.
create function app.despatch_by_reference(name text) returns uuid language sql stable set search_path = '' as $$
  select r.despatch_id from app.delivery_reference r where r.org_id = app.me() and r.kind = 'DESPATCH' and r.reference = name
$$;
create function app.receipt_by_reference(name text) returns uuid language sql stable set search_path = '' as $$
  select r.receipt_id from app.delivery_reference r where r.org_id = app.me() and r.kind = 'RECEIPT' and r.reference = name
$$;
grant execute on function app.despatch_by_reference(text), app.receipt_by_reference(text) to hub_app, hub_worker;
